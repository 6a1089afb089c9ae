/** The fourth area, as the team has it in its spreadsheet. */
export const culture = `
sritis;Kultūrinis ugdymas;Kultūra yra mokymosi dalis: mokiniai ją pažįsta, kuria ir dalijasi su bendruomene.
tikslas;Kiekvienas mokinys pažįsta savo krašto kultūrą;Krašto istorija, tarmė ir amatai tampa pamokų turiniu.
uždavinys;Įtraukti krašto paveldą į pamokas
veikla;Pamokos Šilagirio krašto muziejuje;Muziejaus edukatorius ir mokytojas pamoką rengia kartu.;Šilagirio krašto muziejus;kiekviena 1–8 klasė per metus turi 2 pamokas muziejuje;Dalia Kavaliauskienė;2027-05-28;3 200 Eur
veikla;Krašto istorijos šaltinių rinkinys;;viešoji biblioteka, valstybės archyvas;rinkinys paskelbtas ir naudojamas 6 mokyklose;Dalia Kavaliauskienė;2026-11-06;1 100 Eur
veikla;Tarmės valandėlės su vyresniaisiais;;trečiojo amžiaus universitetas;20 susitikimų, įrašai saugomi bibliotekoje;Regina Matulienė;2027-03-19;
uždavinys;Pažinti krašto amatus ir amatininkus
veikla;Amatų dienos mokyklose;;amatų centras „Kalvė“;amatų dienos vyksta visose mokyklose;Regina Matulienė;2026-10-09;2 400 Eur
veikla;Vyresnių mokinių pameistrystė pas amatininkus;;amatų centras „Kalvė“;kasmet mokosi 12 mokinių;Regina Matulienė;2027-06-04;1 800 Eur
uždavinys;Atrasti kultūros maršrutus
veikla;Mokinių kuriami maršrutai po savivaldybę;;turizmo informacijos centras, regioninis parkas;parengti 5 maršrutai su garso pasakojimais;Justas Vaičiulis;2026-06-19;900 Eur
veikla;Kultūros paso kelionės kaimo mokykloms;;nacionaliniai muziejai ir teatrai;kiekvienas kaimo mokyklos mokinys kasmet vyksta bent kartą;Dalia Kavaliauskienė;2026-12-11;7 500 Eur
uždavinys;Pažinti kitas Šilagirio kultūras
veikla;Tautinių bendrijų dienos mokyklose;;tautinių bendrijų draugijos;4 dienos per metus, dalyvauja 5 mokyklos;Vilma Stankutė;2026-11-20;800 Eur
veikla;Bendras kalendorius ir švenčių aprašai mokytojams;;viešoji biblioteka;kalendorius paskelbtas iki mokslo metų pradžios;Justas Vaičiulis;2026-08-28;
tikslas;Mokiniai kuria ir rodo, ką sukūrė;Scena, paroda ir knyga atvira kiekvienam, ne tik gabiausiems.
uždavinys;Sudaryti sąlygas kurti kiekvienam
veikla;Menų dirbtuvės po pamokų;;meno mokykla, kultūros centras;dirbtuvėse dalyvauja 150 mokinių;Eglė Žukauskaitė;2026-10-16;9 000 Eur
veikla;Bendra meno mokyklos ir bendrojo ugdymo mokyklų programa;;meno mokykla;programa vykdoma 4 mokyklose;Eglė Žukauskaitė;2026-09-18;
veikla;Kūrybinės stovyklos vasarą;;jaunimo centras;dvi pamainos, 60 mokinių;Eglė Žukauskaitė;2026-07-17;6 800 Eur
uždavinys;Rodyti mokinių kūrybą bendruomenei
veikla;Mokinių darbų paroda savivaldybės erdvėse;;savivaldybės administracija;paroda keičiama kas ketvirtį;Justas Vaičiulis;2026-12-18;600 Eur
veikla;Moksleivių teatrų savaitė;;kultūros centras;pasirodo 9 mokinių trupės;Eglė Žukauskaitė;2027-03-27;2 900 Eur
uždavinys;Skaityti ir rašyti
veikla;Skaitymo valanda kartą per savaitę;;viešoji biblioteka, mokyklų bibliotekos;skaito visos klasės kartu su mokytojais;Regina Matulienė;2026-09-25;
veikla;Mokinių kūrybos almanachas;;rajono laikraštis;almanachas išleidžiamas kasmet, 40 autorių;Justas Vaičiulis;2027-05-07;1 300 Eur
tikslas;Kultūros įstaigos ir mokyklos veikia kartu;Mokyklų ir kultūros įstaigų planai derinami prieš mokslo metus.
uždavinys;Planuoti kartu
veikla;Kultūros ir švietimo įstaigų planavimo diena;;visos savivaldybės kultūros įstaigos;bendras metų planas sutartas iki birželio pabaigos;Dalia Kavaliauskienė;2026-06-26;400 Eur
veikla;Kultūros edukatorių ir mokytojų poros;;muziejus, biblioteka, kultūros centras;dirba 10 porų, parengta po vieną pamokų ciklą;Eglė Žukauskaitė;2027-04-23;2 000 Eur
veikla;Bendra renginių svetainė mokykloms;;savivaldybės komunikacijos skyrius;mokytojas renginį randa ir užsisako vienoje vietoje;Arnas Jucys;2026-10-30;3 500 Eur
uždavinys;Parengti mokytojus kultūriniam ugdymui
veikla;Mokymai „Kultūra visose pamokose“;;universiteto švietimo akademija;dalyvauja 50 mokytojų;Dalia Kavaliauskienė;2026-11-27;1 600 Eur
uždavinys;Įtraukti šeimas ir bendruomenes
veikla;Šeimų vakarai bibliotekose;;kaimų bibliotekos;18 vakarų per metus;Regina Matulienė;2027-02-26;700 Eur
veikla;Bendruomenių šventė „Šilagiris skamba“;;kaimų bendruomenės, kultūros centras;dalyvauja 12 bendruomenių ir visos mokyklos;Justas Vaičiulis;2026-09-05;5 000 Eur
`;
