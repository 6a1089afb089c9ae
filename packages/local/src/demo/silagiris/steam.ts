/** The third area, as the team has it in its spreadsheet. */
export const steam = `
sritis;STEAM ugdymas;Gamtos mokslai, technologijos, inžinerija, menai ir matematika jungiami sprendžiant tikrus Šilagirio klausimus.
tikslas;Mokiniai mokosi tyrinėdami;Kiekvienas mokinys kasmet atlieka bent vieną tyrimą, kurio rezultatas kam nors reikalingas.
uždavinys;Sujungti dalykų turinį per projektus
veikla;Tarpdalykiniai projektai „Mūsų ežeras“ ir „Mūsų miškas“;Mokiniai matuoja vandens kokybę ir medžių būklę, duomenis skelbia atvirai.;regioninis parkas, aplinkos apsaugos agentūra;kasmet dalyvauja 20 klasių;Paulius Rimkus;2026-10-30;2 200 Eur
veikla;Projektų vadovas mokytojams;;gamtos mokslų mokytojų būrelis;parengta 10 projektų aprašų;Paulius Rimkus;2026-06-12;
veikla;Projektų mugė pavasarį;;Šilagirio gimnazija, vietos verslas;pristatyta 40 mokinių projektų;Edita Balčiūnienė;2027-04-16;1 500 Eur
uždavinys;Atnaujinti gamtos mokslų laboratorijas
veikla;Laboratorijų priemonės trims progimnazijoms;;Ąžuolų, Pušyno ir Ežero progimnazijos;kiekvienas mokinys per metus atlieka 12 bandymų;Paulius Rimkus;2026-09-30;36 000 Eur
veikla;Laboranto pagalba kaimo mokyklose;;Šilagirio gimnazija;laborantas kartą per savaitę dirba 3 mokyklose;Edita Balčiūnienė;2026-10-09;9 600 Eur
uždavinys;Mokytis už mokyklos ribų
veikla;Pamokos regioniniame STEAM centre;;regioninis STEAM centras;kiekvienas 7–10 klasių mokinys apsilanko bent kartą;Edita Balčiūnienė;2027-05-21;8 000 Eur
veikla;Lauko klasė prie gimnazijos;;savivaldybės želdynų tarnyba;lauko klasėje kas savaitę vyksta 6 pamokos;Kęstutis Bagdonas;2026-05-22;5 500 Eur
uždavinys;Ugdyti mergaičių susidomėjimą technologijomis
veikla;Technologijų klubas 5–8 klasių mergaitėms;;profesinio mokymo centras;klube dalyvauja 45 mergaitės;Simona Daukšaitė;2026-10-23;2 600 Eur
veikla;Susitikimai su inžinerėmis ir tyrėjomis;;universitetai, vietos įmonės;8 susitikimai per metus;Simona Daukšaitė;2027-03-12;
tikslas;Skaitmeninės priemonės padeda mokytis;Priemonė pasirenkama pagal tikslą, o ne atvirkščiai.
uždavinys;Stiprinti mokytojų skaitmeninę kompetenciją
veikla;Skaitmeninės pagalbos mokytojui valanda;;Šilagirio gimnazija;konsultuojama kas savaitę visose mokyklose;Arnas Jucys;2026-10-02;
veikla;Dirbtinio intelekto priemonių dirbtuvės;;universiteto informatikos fakultetas;dalyvauja 80 mokytojų, sutartos naudojimo taisyklės;Arnas Jucys;2026-11-13;1 700 Eur
veikla;Atvirų pamokų su skaitmeninėmis priemonėmis ciklas;;dalykų mokytojų būreliai;12 atvirų pamokų, aprašai bendroje saugykloje;Giedrė Petkevičienė;2027-04-30;
uždavinys;Užtikrinti saugią ir lygiavertę prieigą
veikla;Kompiuterių skolinimas šeimoms;;viešoji biblioteka;nė vienas mokinys nelieka be kompiuterio namuose;Arnas Jucys;2026-09-11;15 000 Eur
veikla;Saugaus elgesio internete savaitė;;policijos komisariatas, visuomenės sveikatos biuras;dalyvauja visos 1–8 klasės;Neringa Vaitkutė;2027-02-12;300 Eur
uždavinys;Mokyti programuoti nuo pradinių klasių
veikla;Robotikos būreliai pradinėse klasėse;;neformaliojo švietimo teikėjai;būreliuose dalyvauja 120 mokinių;Simona Daukšaitė;2026-10-16;11 000 Eur
veikla;Savivaldybės robotikos varžybos;;profesinio mokymo centras;dalyvauja 20 komandų;Simona Daukšaitė;2027-05-14;1 800 Eur
tikslas;Mokykla ir vietos verslas mokosi kartu;Mokiniai pažįsta profesijas, kurių reikia jų krašte.
uždavinys;Padėti mokiniams pasirinkti profesiją
veikla;Profesijų dienos įmonėse;;verslininkų asociacija;kiekvienas 8–11 klasių mokinys per metus aplanko 2 įmones;Edita Balčiūnienė;2026-11-20;1 000 Eur
veikla;Karjeros specialisto konsultacijos;;užimtumo tarnyba;konsultuoti visi 10 klasių mokiniai;Vilma Stankutė;2027-03-26;
veikla;Mokinių stažuotės vasarą;;verslininkų asociacija, savivaldybės įmonės;stažuojasi 30 mokinių;Vilma Stankutė;2026-08-14;4 500 Eur
uždavinys;Spręsti tikrus įmonių ir savivaldybės uždavinius
veikla;Mokinių inovacijų savaitė;;trys vietos įmonės, savivaldybė;išspręsta 10 uždavinių, bent vienas sprendimas įgyvendintas;Paulius Rimkus;2027-01-29;2 000 Eur
veikla;Mokinių mokomosios bendrovės;;mokyklų ekonomikos mokytojai;veikia 6 bendrovės;Laima Grigaitė;2026-10-30;900 Eur
uždavinys;Dalytis įranga ir dirbtuvėmis
veikla;Bendros dirbtuvės profesinio mokymo centre;;profesinio mokymo centras;dirbtuvėmis naudojasi 5 mokyklos;Kęstutis Bagdonas;2026-12-04;6 500 Eur
veikla;Mobilioji laboratorija kaimo mokykloms;;regioninis STEAM centras;laboratorija per metus aplanko kiekvieną kaimo mokyklą keturis kartus;Paulius Rimkus;2027-06-04;10 000 Eur
`;
