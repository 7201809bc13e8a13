import { featureWords } from "../../i18n/feature";

export const useWords = featureWords("tags", {
  en: {
    tags: "Tags", put: "Tag", of: "Tags of {{number}}", find: "Find a tag, or name a new one", none: "No tags yet. Write a name and press Enter.",
    add: "Add “{{name}}”", edit: "Change {{name}}", editing: "Change a tag", name: "Name", colour: "Colour", done: "Done",
    grey: "Grey", blue: "Blue", green: "Green", amber: "Amber", red: "Red", violet: "Violet",
    remove: "Delete", removing: "Delete “{{name}}”?", effect_one: "It is taken off {{count}} order.", effect_other: "It is taken off {{count}} orders.",
    fault: "The tags cannot be shown now.",
  },
  tr: {
    tags: "Etiketler", put: "Etiketle", of: "{{number}} siparişinin etiketleri", find: "Etiket bul ya da yenisini adlandır", none: "Henüz etiket yok. Bir ad yazıp Enter’a basın.",
    add: "“{{name}}” ekle", edit: "Değiştir: {{name}}", editing: "Etiketi değiştir", name: "Ad", colour: "Renk", done: "Tamam",
    grey: "Gri", blue: "Mavi", green: "Yeşil", amber: "Kehribar", red: "Kırmızı", violet: "Mor",
    remove: "Sil", removing: "“{{name}}” silinsin mi?", effect_one: "{{count}} siparişten kaldırılır.", effect_other: "{{count}} siparişten kaldırılır.",
    fault: "Etiketler şu anda gösterilemiyor.",
  },
});
