/** Rinkimų parengimas: ko klausia kiekviena puslapio dalis ir kas iš to išplaukia. */
export const lt = {
  "opening.vote.another": "Balsavimas {n}, jei jis yra",
  "opening.vote.office": "Pareigos, vietų skaičius ir kadencija",
  "opening.vote.seats": "Vietų skaičius ir balsavimo būdas",
  "opening.nominations.wanted": "Prieš balsavimą nariai kandidatus siūlo laiškais",
  "opening.nominations.letter": "Be posėdžio kandidatų vietoje pasiūlyti negalima: rinkimams į pareigas tai būtina.",
  "opening.nominations.needed": "Pažymėkite: be posėdžio kandidatai siūlomi laiškais",
  "opening.declarers.one": "Pagal Jūsų taisykles užtenka vieno žmogaus, ir tai įrašoma į protokolą.",
  "opening.rules.network": "Galioja tinklo taisyklės. Jau pradėtiems rinkimams lieka ankstesnės.",
  "opening.rules.other": "Kitos taisyklės šiems rinkimams",
  "opening.letters.by": "Nariai balsuoja iki",
  "opening.deadlines.other": "Kiti terminai, jau pasiūlyti",
  "opening.next.session":
    "Paspaudus mygtuką užfiksuojamas balsavimo teisę turinčių narių sąrašas, o rinkimai toliau vyksta patys. Laiškai išsiunčiami tik tada, kai yra į ką atsakyti.",
  "opening.next.letter":
    "Paspaudus mygtuką užfiksuojamas balsavimo teisę turinčių narių sąrašas ir iškart išsiunčiami pirmi laiškai.",
  "opening.try.hint":
    "Bandomasis laiškas yra pirmas šių rinkimų laiškas. Jis ateina tik Jūsų adresu ir nieko nepradeda.",
  "opening.try.sent": "Bandomasis laiškas Jums išsiųstas. Rinkimai dar nepradėti.",
  "opening.try.nobody":
    "Prieš posėdį niekam nerašoma, todėl bandomojo laiško dar nėra. Visus laiškus parodo visų rinkimų bandymas.",
};
