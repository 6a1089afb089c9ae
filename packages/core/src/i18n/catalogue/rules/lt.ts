import type { en } from "./en.ts";

const share =
  "{share, select, moreThanHalf {daugiau kaip pusė} atLeastHalf {ne mažiau kaip pusė} moreThanTwoThirds {daugiau kaip du trečdaliai} atLeastTwoThirds {ne mažiau kaip du trečdaliai} moreThanThreeQuarters {daugiau kaip trys ketvirtadaliai} atLeastThreeQuarters {ne mažiau kaip trys ketvirtadaliai} moreThan {daugiau kaip {numerator}/{denominator}} other {ne mažiau kaip {numerator}/{denominator}}}";

export const lt = {
  "rules.title": "Balsavimo taisyklės",
  "rules.lead":
    "Skelbiant rinkimus, jų balsavimų taisyklės imamos iš čia. Nuo tada jiems jos nebesikeičia, kad ir kas čia vėliau būtų pakeista.",
  "rules.elect": "Rinkimai į pareigas",
  "rules.adopt": "Teksto priėmimas",
  "rules.change.elect": "Keisti rinkimų į pareigas taisykles",
  "rules.change.adopt": "Keisti teksto priėmimo taisykles",
  "rules.fingerprint": "Taisyklių atspaudas: {hash}.",
  "rules.setOn": "Taisyklės nustatytos {date}, nustatė: {name}.",
  "rules.setNever": "Šių taisyklių dar niekas nekeitė.",
  "rules.for": "{votes}: {text}",

  "rules.sentence": "{text}.",
  "rules.byLetter": "Balsuojama tik vardine forma: visi sąraše esantys nariai gauna balsavimą laišku.",
  "rules.quorum": `Kvorumas: ${share} visų narių dalyvauja pradedant ir baigiant balsavimą.`,
  "rules.quorum.number":
    "Kvorumas: pradedant ir baigiant balsavimą dalyvauja ne mažiau kaip {needed}\u00a0iš\u00a0{total} narių.",
  "rules.quorum.byLetter": `Kvorumas: atsako ${share} visų narių.`,
  "rules.quorum.byLetter.number": "Kvorumas: atsako ne mažiau kaip {needed}\u00a0iš\u00a0{total} narių.",
  "rules.quorum.none": "Kvorumo nereikia.",
  "rules.letters.count": "Nedalyvavę nariai, kurie atsako laiku, įskaičiuojami į kvorumą.",
  "rules.letters.not": "Atsakymai laišku į kvorumą neįskaičiuojami.",
  "rules.informed":
    "Nedalyvavusių klausiama, ar jie pritaria rezultatui. Galioja tai, ką nutarė posėdis; atsakymai užrašomi.",
  "rules.combined": "Nedalyvavę nariai gauna patį balsavimą. Posėdžio ir laiškų balsai skaičiuojami kartu.",
  "rules.tie.run-off": "Balsams pasiskirsčius po lygiai, antrajame ture lieka tik surinkę vienodai balsų.",
  "rules.tie.repeat": "Balsams pasiskirsčius po lygiai, balsavimas kartojamas.",
  "rules.tie.chair": "Balsams pasiskirsčius po lygiai, lemia pirmininkaujančio asmens balsas.",
  "rules.tie.lot":
    "Balsams pasiskirsčius po lygiai, lemia burtai. Jie traukiami iš viešai skelbiamos reikšmės: {source}, {when}.",
  "rules.tie.lot.open":
    "Balsams pasiskirsčius po lygiai, lemia burtai. Jie traukiami iš viešai skelbiamos reikšmės: {source}. Dieną nustato kiekvieni rinkimai.",
  "rules.nominee.out": "Kas į siūlymą neatsako, nekandidatuoja.",
  "rules.nominee.stands": "Kas į siūlymą neatsako, kandidatuoja.",
  "rules.declare.two": "Rezultatą skelbia du skirtingi asmenys.",
  "rules.declare.one": "Rezultatą skelbia vienas asmuo.",

  "rules.ready": "Parengtos taisyklės",
  "rules.ready.lead": "Galite imti jas tokias, kokios yra, arba žemiau nustatyti kiekvieną taisyklę.",
  "rules.ready.plain": "Paprastos taisyklės",
  "rules.ready.serbian-association": "Asociacija Serbijoje",
  "rules.ready.lithuanian-team": "Savivaldybės komanda Lietuvoje",
  "rules.ready.polish-network": "Bendradarbiavimo tinklas Lenkijoje",
  "rules.ready.take": "Imti šias taisykles",
  "rules.own": "Nustatykite kiekvieną taisyklę",
  "rules.own.save": "Išsaugoti taisykles",
  "rules.field.letters": "Ar atsakymai laišku įskaičiuojami į kvorumą",
  "rules.field.letters.yes": "Įskaičiuojami",
  "rules.field.letters.no": "Neįskaičiuojami",
  "rules.field.tie": "Kas daroma balsams pasiskirsčius po lygiai",
  "rules.field.tie.run-off": "Antrasis turas tarp jų",
  "rules.field.tie.repeat": "Balsavimas kartojamas",
  "rules.field.tie.chair": "Lemia pirmininkaujančio asmens balsas",
  "rules.field.tie.lot": "Lemia burtai",
  "rules.field.source": "Iš kur burtai",
  "rules.field.source.hint":
    "Tik burtams: skelbiama reikšmė, kurios niekas negali žinoti iš anksto, pavyzdžiui, valstybinės loterijos traukimas.",
  "rules.field.nominee": "Kas į siūlymą neatsako",
  "rules.field.nominee.out": "Nekandidatuoja",
  "rules.field.nominee.stands": "Kandidatuoja",
  "rules.field.declare": "Kiek asmenų skelbia rezultatą",
  "rules.field.declare.two": "Du skirtingi asmenys",
  "rules.field.declare.one": "Užtenka vieno, ir tai įrašoma į protokolą",
  "rules.share": share,
  "rules.network.of": "Šio tinklo taisyklės",
  "rules.see": "Peržiūrėti ir keisti šio tinklo taisykles",
  "rules.choice.network": "Kaip tinklo taisyklėse",
  "rules.quorum.nobody": "Be kvorumo",
  "rules.problem.quorum": "Laiškai turi būti skaičiuojami į šį kvorumą: kai viskas vyksta raštu, niekas nedalyvauja.",
} satisfies Record<keyof typeof en, string>;
