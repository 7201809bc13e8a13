/** Shoppers, places and goods of the pretend stores; the accents are the point. */
export interface Region { country: string; people: [string, string][]; places: [string, string, string][]; phone: string }

export const regions: Record<"de" | "tr" | "jp" | "us" | "eu", Region> = {
  de: {
    country: "DE", phone: "+49 30 5557 0",
    people: [["Jürgen", "Müller"], ["Katharina", "Großmann"], ["Wiebke", "Petersen"], ["Hans-Peter", "Brüggemann"], ["Anneliese", "Vogt"], ["Ayşe", "Yılmaz"], ["Detlef", "Krause"], ["Bernd", "Schäfer"], ["Ute", "Hoffmann-Yıldız"], ["Lena", "Weiß"], ["Çiğdem", "Aydın"], ["Björn", "Fröhlich"]],
    places: [["Oranienstraße 183", "10999", "Berlin"], ["Lindenstraße 14, Seitenflügel", "22767", "Hamburg"], ["Schellingstraße 3", "80799", "München"], ["Große Bergstraße 7", "22767", "Hamburg"], ["Königsallee 60", "40212", "Düsseldorf"], ["Zülpicher Straße 21", "50674", "Köln"]],
  },
  tr: {
    country: "TR", phone: "+90 212 555 0",
    people: [["Elif", "Çağlayan"], ["Şükrü", "Işık"], ["İbrahim", "Güneş"], ["Zeynep", "Aktaş"], ["Öykü", "Şahin"], ["Mehmet", "Arslan"], ["Iraz", "Kılıç"], ["Gülşen", "Doğan"], ["Oğuzhan", "Özdemir"], ["Şebnem", "Ünal"], ["Yiğit", "Çetin"]],
    places: [["İstiklal Caddesi 112/4", "34433", "İstanbul"], ["Bağdat Caddesi 310", "34728", "İstanbul"], ["Atatürk Bulvarı 87", "06420", "Ankara"], ["Kıbrıs Şehitleri Caddesi 21", "35220", "İzmir"], ["Işıklar Caddesi 9", "07100", "Antalya"]],
  },
  jp: {
    country: "JP", phone: "+81 3 5550 0",
    people: [["美咲", "田中"], ["健一", "佐藤"], ["陽菜", "鈴木"], ["大輔", "高橋"], ["さくら", "伊藤"], ["蓮", "渡辺"]],
    places: [["港区南青山 5-4-27", "107-0062", "東京都"], ["中京区河原町通 241", "604-8006", "京都市"], ["中央区博多駅前 2-1", "810-0001", "福岡市"]],
  },
  us: {
    country: "US", phone: "+1 212 555 0",
    people: [["Emma", "Richardson"], ["Marcus", "Okonkwo"], ["Dolores", "Hernández"], ["Tyrone", "Banks"], ["Siobhán", "O’Neill"]],
    places: [["418 Bleecker St, Apt 3B", "10014", "New York"], ["2210 NE Alberta St", "97211", "Portland"], ["77 Hampshire St", "02139", "Cambridge"]],
  },
  eu: {
    country: "DK", phone: "+45 5550 0",
    people: [["Søren", "Kjær"], ["Nicolò", "D’Angelo"], ["Maëlle", "Le Goff"], ["Żaneta", "Wójcik"], ["Annika", "Sørensen"]],
    places: [["Vesterbrogade 41, 2. tv", "1620", "København"], ["Jægersborggade 12", "2200", "København"]],
  },
};

export const goods: { sku: string; name: string; price: number; choice?: [string, string] }[] = [
  { sku: "CB-IBR-350", name: "Copper ibrik, 350 ml", price: 39.9 },
  { sku: "LN-TWL-3", name: "Linen kitchen towel, set of 3", price: 24.5, choice: ["Colour", "Sage"] },
  { sku: "COF-TR-250", name: "Turkish coffee, medium, 250 g", price: 7.8 },
  { sku: "PAN-CS-28", name: "Carbon steel pan, 28 cm", price: 89 },
  { sku: "KNF-CH-21-WN", name: "Chef’s knife 21 cm, walnut", price: 129, choice: ["Handle", "Walnut"] },
  { sku: "BRD-BE-4530", name: "Beech cutting board 45 × 30", price: 34.5 },
  { sku: "STN-1000", name: "Sharpening stone 1000/6000", price: 24 },
  { sku: "TEA-SEN-100", name: "Sencha, first flush, 100 g", price: 18.4 },
  { sku: "POT-KYU-300", name: "Kyusu teapot, 300 ml", price: 64, choice: ["Glaze", "Tenmoku"] },
  { sku: "BAG-TR-40", name: "Trail pack 40 l", price: 179, choice: ["Size", "M/L"] },
  { sku: "SCK-MER-2", name: "Merino socks, 2 pairs", price: 29.25, choice: ["Size", "42–44"] },
  { sku: "TXT-PST-100", name: "Peştemal, 100 × 180", price: 22.3, choice: ["Renk", "İndigo"] },
  { sku: "TXT-HVL-5090", name: "Havlu, 50 × 90", price: 11.9 },
  { sku: "CER-BWL-16", name: "Stoneware bowl, 16 cm", price: 19 },
  { sku: "GLS-TUL-6", name: "İnce belli tea glasses, set of 6", price: 16.5 },
  { sku: "OIL-OLV-750", name: "Ayvalık olive oil, 750 ml", price: 21 },
];
