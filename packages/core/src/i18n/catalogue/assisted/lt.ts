import type { en } from "./en.ts";

export const lt: Record<keyof typeof en, string> = {
  "assisted.import.lacking": "Įtraukti narius be el. pašto adreso",
  "assisted.import.hint": "Jie gauna spausdintus laiškus arba jų atsakymą įrašo koordinatorius.",
  "assisted.noAddress": "be el. pašto",
  "assisted.record": "Įrašyti atsakymą",
  "assisted.print": "Spausdinti laišką",
  "assisted.badge": "įrašyta už narį",
  "assisted.title": "Įrašyti atsakymą: {name}",
  "assisted.lead":
    "Įrašykite tik tai, ką narys pasakė, žodis žodin. Prie atsakymo nurodoma Jūsų pavardė ir kaip jis gautas.",
  "assisted.means": "Kaip gauta",
  "assisted.means.paper": "Popieriuje",
  "assisted.means.phone": "Telefonu",
  "assisted.means.in-person": "Asmeniškai",
  "assisted.receipt.title": "Gavimo patvirtinimas",
  "assisted.receipt.lead": "Išspausdinkite ir įteikite nariui.",
  "assisted.receipt.by": "Kas įrašė",
  "assisted.receipt.member": "Narys",
  "assisted.receipt.wrong": "Kas nors netikslu? Praneškite koordinatoriui iki termino.",
  "assisted.letter.title": "Spausdintas laiškas: {name}",
  "assisted.letter.lead": "Išspausdinkite ir įteikite. Nuo tada laiškas laikomas pristatytu.",
  "assisted.letter.button": "Parengti laišką",
  "assisted.letter.howTo": "Nuskaitykite kvadratą telefonu arba įveskite šį adresą naršyklėje:",
  "assisted.letter.orTell": "Atsakymą galite duoti ir koordinatoriui, kuris jį įrašys.",
  "assisted.letter.printHint": "Puslapį išspausdinkite naršyklėje.",
  "assisted.minutes": "Iš jų atsakymų, kuriuos už narius be el. pašto įrašė koordinatorius: {n, number}.",
};
