//! Shoppers and goods of three alphabets.

/// A shopper's name and address.
#[derive(Debug)]
pub(crate) struct Persona {
    pub(crate) first: &'static str,
    pub(crate) last: &'static str,
    pub(crate) street: &'static str,
    pub(crate) city: &'static str,
    pub(crate) state: &'static str,
    pub(crate) postcode: &'static str,
    pub(crate) country: &'static str,
}

const fn p(
    first: &'static str,
    last: &'static str,
    street: &'static str,
    city: &'static str,
    area: (&'static str, &'static str, &'static str),
) -> Persona {
    let (state, postcode, country) = area;
    Persona { first, last, street, city, state, postcode, country }
}

/// The shoppers.
pub(crate) const PERSONAS: [Persona; 24] = [
    p("Oğuzhan", "Şimşek", "Kıbrıs Şehitleri Cd. 88", "İzmir", ("TR35", "35220", "TR")),
    p("Ayşe", "Yılmaz", "Bağdat Caddesi No: 12/5", "İstanbul", ("TR34", "34710", "TR")),
    p("Gülşah", "Çelik", "Kızılay Mah. 3. Sok.", "Ankara", ("TR06", "06420", "TR")),
    p("İsmail", "Işık", "Şair Eşref Blv. 41", "Iğdır", ("TR76", "76000", "TR")),
    p("Çağrı", "Öğüt", "Şair Sk. 4", "Muğla", ("TR48", "48000", "TR")),
    p("Zeynep", "Kaya", "Atatürk Cd. 7 D:3", "Bursa", ("TR16", "16010", "TR")),
    p("Emre", "Demir", "İnönü Cd. 101", "Eskişehir", ("TR26", "26130", "TR")),
    p("Fatma", "Şahin", "Cumhuriyet Mah. 19", "Diyarbakır", ("TR21", "21100", "TR")),
    p("Jürgen", "Müller", "Invalidenstraße 17", "Berlin", ("DE-BE", "10115", "DE")),
    p("Käthe", "Weiß", "Sendlinger Straße 3", "München", ("DE-BY", "80331", "DE")),
    p("Björn", "Größ", "Hohe Straße 9", "Köln", ("DE-NW", "50667", "DE")),
    p("Anneliese", "Schäfer", "Königsallee 60", "Düsseldorf", ("DE-NW", "40212", "DE")),
    p("Jörg", "Vößing", "Große Bleichen 21", "Hamburg", ("DE-HH", "20354", "DE")),
    p("Lieselotte", "Öztürk-Bauer", "Am Römerhof 2", "Frankfurt am Main", ("DE-HE", "60486", "DE")),
    p("太郎", "山田", "渋谷1丁目2−3 青山ビル５階", "渋谷区", ("JP13", "150-0002", "JP")),
    p("花子", "佐藤", "梅田3-1-1", "大阪市", ("JP27", "530-0001", "JP")),
    p("さくら", "鈴木", "四条通烏丸東入 長刀鉾町20", "京都市", ("JP26", "600-8008", "JP")),
    p("健一", "髙橋", "栄2丁目10-19", "名古屋市", ("JP23", "460-0008", "JP")),
    p("Siobhán", "O'Brien", "1 N 1st St. \"Suite 4\"", "San José", ("CA", "95112", "US")),
    p("Dwayne", "Smith-Jones", "4059 Mt Lee Dr.", "Los Angeles", ("CA", "90068", "US")),
    p("Seán", "Ó Súilleabháin", "1 High St", "Llanfairpwll", ("", "LL61 5UJ", "GB")),
    p("Harriet", "Bloom", "22B Acacia Avenue", "London", ("", "SW1A 1AA", "GB")),
    p("Zoë", "Lefèvre", "12 rue de l'Église", "Orléans", ("", "45000", "FR")),
    p("François", "Gagné", "8 bis, quai d'Orsay", "Paris", ("", "75007", "FR")),
];

/// First words of a product's name.
pub(crate) const ADJECTIVES: [&str; 8] =
    ["Klasik", "Handgemachte", "限定", "Premium", "Vintage", "İnce", "Mini", "Organik"];

/// Last words of a product's name.
pub(crate) const GOODS: [&str; 10] =
    ["Şal", "Tasse", "ノート", "Brett", "Mug", "Halı", "Puzzle", "Becher", "T-Shirt", "Schürze"];

/// Colours of variations.
pub(crate) const COLORS: [&str; 4] = ["Black", "Blue", "Red", "Yeşil"];

/// Sizes of variations.
pub(crate) const SIZES: [&str; 3] = ["L", "M", "S"];
