/** The second area, as the team has it in its spreadsheet. */
export const leadership = `
sritis;Lyderystė;Mokyklų vadovai, mokytojai ir mokiniai imasi atsakomybės už mokymąsi ir mokosi vieni iš kitų.
tikslas;Mokyklų vadovai ir mokytojai mokosi vieni iš kitų;Kiekviena mokykla turi, ko pasimokyti iš kitų ir ką joms parodyti.
uždavinys;Sukurti mokyklų vadovų tarpusavio konsultavimosi tinklą
veikla;Kolegialūs vizitai kas ketvirtį;Po vizito šeimininkai gauna vieną rekomendaciją, kurią patys pasirenka įgyvendinti.;kaimyninės savivaldybės;8 vizitai, po kiekvieno – rekomendacija;Mindaugas Šimkus;2026-12-04;1 600 Eur
veikla;Vadovų pusryčiai kartą per mėnesį;;savivaldybės švietimo skyrius;10 susitikimų, temas siūlo patys vadovai;Daiva Mikalauskienė;2027-06-04;
veikla;Pagalba pirmus metus dirbančiam vadovui;;Šilagirio gimnazija;kiekvienas naujas vadovas turi patyrusį kolegą;Mindaugas Šimkus;2026-09-25;
uždavinys;Skatinti mokytojų bendradarbiavimą tarp mokyklų
veikla;Dalykų mokytojų dirbtuvės trimis mokyklomis;;matematikos ir gamtos mokslų mokytojų būreliai;9 dirbtuvės per metus, parengta bendra medžiaga;Giedrė Petkevičienė;2027-03-19;
veikla;Pamokos tyrimas pagal „Lesson Study“ metodą;;universiteto švietimo akademija;4 grupės, kiekviena ištiria dvi pamokas;Tomas Žemaitis;2027-05-07;2 100 Eur
uždavinys;Padėti pradedantiesiems mokytojams
veikla;Mentorių rengimas;;universiteto švietimo akademija;parengta 12 mentorių;Giedrė Petkevičienė;2026-10-23;1 900 Eur
veikla;Pradedančiųjų mokytojų stovykla;;jaunimo centras;dalyvauja visi pirmų ir antrų metų mokytojai;Mantas Urbonas;2026-08-20;2 500 Eur
uždavinys;Vertinti mokyklos pažangą atvirai ir kartu
veikla;Savivertės rodiklių sutarimas su visomis mokyklomis;;mokyklų vertinimo grupės;sutarti ne daugiau kaip aštuoni rodikliai;Aušra Norkienė;2026-04-24;
veikla;Kasmetė pažangos diena;;savivaldybės taryba, mokyklų tarybos;kiekviena mokykla parodo vieną pokytį ir vieną klausimą;Daiva Mikalauskienė;2026-11-13;800 Eur
tikslas;Mokiniai dalyvauja priimdami mokyklos sprendimus;Mokinių balsas girdimas ten, kur sprendžiama apie jų mokymąsi.
uždavinys;Stiprinti mokinių savivaldas
veikla;Mokinių savivaldų mokymai rudenį;;jaunimo reikalų koordinatorė, mokinių parlamento nariai;dalyvauja 7 mokyklų savivaldos;Mantas Urbonas;2026-10-02;1 100 Eur
veikla;Bendras savivaldybės mokinių forumas;;savivaldybės taryba;forumo pasiūlymai svarstomi tarybos posėdyje;Mantas Urbonas;2027-03-05;700 Eur
veikla;Mokinių atstovai mokyklų tarybose;;mokyklų tarybos;kiekvienoje taryboje yra bent du mokiniai;Kęstutis Bagdonas;2026-09-30;
uždavinys;Skirti mokiniams dalį mokyklos biudžeto
veikla;Mokinių biudžeto dirbtuvės;;savivaldybės finansų skyrius;dirbtuvės vyksta visose mokyklose;Laima Grigaitė;2026-05-15;
veikla;Balsavimas dėl mokinių biudžeto;;mokinių savivaldos;balsuoja ne mažiau kaip pusė mokinių;Laima Grigaitė;2026-11-27;14 000 Eur
uždavinys;Plėtoti savanorystę
veikla;Savanorystės pažymėjimas su kompetencijų aprašu;;jaunimo centras, nevyriausybinės organizacijos;pažymėjimą kasmet gauna 50 mokinių;Vilma Stankutė;2027-06-11;400 Eur
veikla;Vyresnių mokinių pagalba pradinukams ruošiant pamokas;;viešoji biblioteka;pagalba vyksta du kartus per savaitę;Vilma Stankutė;2026-10-16;
tikslas;Sprendimai švietime remiasi duomenimis;Duomenys renkami vieną kartą ir padeda tam, kas juos pateikė.
uždavinys;Sutarti, kokius duomenis renkame ir kam
veikla;Savivaldybės švietimo duomenų žemėlapis;;Nacionalinės švietimo agentūros konsultantai;aprašyti visi renkami duomenys, trečdalio atsisakyta;Laima Grigaitė;2026-06-19;
veikla;Metų ataskaita gyventojams dviejuose puslapiuose;;savivaldybės komunikacijos skyrius;ataskaita skelbiama iki kovo 31 dienos;Laima Grigaitė;2027-03-31;500 Eur
veikla;Mokinių ir tėvų apklausa kas dvejus metus;;mokyklų tarybos;atsako ne mažiau kaip 60 procentų šeimų;Aušra Norkienė;2027-02-26;
uždavinys;Ugdyti vadovų gebėjimą naudotis duomenimis
veikla;Duomenų dirbtuvės vadovų komandoms;;universiteto švietimo akademija;kiekviena mokykla pasirenka vieną sprendimą ir jį pagrindžia;Giedrė Petkevičienė;2026-12-11;1 300 Eur
uždavinys;Stebėti šio plano įgyvendinimą
veikla;Ketvirčio stebėsenos susitikimai;;sričių koordinatoriai;4 susitikimai per metus, skelbiama trumpa ataskaita;Daiva Mikalauskienė;2027-06-18;
veikla;Išorinis plano įgyvendinimo vertinimas;;kita programos savivaldybė;vertinimo išvados pateiktos tarybai;Daiva Mikalauskienė;2028-05-26;3 000 Eur
`;
