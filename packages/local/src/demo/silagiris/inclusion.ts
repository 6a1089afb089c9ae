/** The first area, as the team has it in its spreadsheet. */
export const inclusion = `
sritis;Įtrauktis;Kiekvienas Šilagirio vaikas mokosi arčiausiai namų esančioje mokykloje ir gauna pagalbą tada, kai jos prireikia.
tikslas;Kiekvienas mokinys mokosi kartu su bendraamžiais ir laiku gauna jam reikalingą pagalbą;Dabar pagalbos mokiniai laukia vidutiniškai keturis mėnesius. Siekiame, kad lauktų ne ilgiau kaip mėnesį.
uždavinys;Stiprinti tarpinstitucinį švietimo pagalbos specialistų bendradarbiavimą
veikla;Bendri mokytojų ir švietimo pagalbos specialistų praktikumai;Praktikumai vyksta mokyklose, po jų klasėje lieka parengta priemonė.;pedagoginė psichologinė tarnyba, trys progimnazijos;"6 praktikumai per metus; mokinių, gaunančių pagalbą klasėje, dalis";Rūta Jankauskaitė;2026-12-18;1 800 Eur
veikla;Pagalbos mokiniui atvejų aptarimai kartą per mėnesį;;pedagoginė psichologinė tarnyba, vaiko gerovės komisijos;10 aptarimų, kiekvieno sprendimai peržiūrimi po trijų mėnesių;Inga Paulauskienė;2027-06-11;
veikla;Susitarimas dėl specialistų darbo keliose mokyklose;;savivaldybės administracija;pasirašytas susitarimas, penki specialistai dirba keliose mokyklose;Daiva Mikalauskienė;2026-10-30;
uždavinys;Pritaikyti ugdymą skirtingų gebėjimų mokiniams
veikla;Konsultacijos dėl universalaus dizaino mokymuisi;;universiteto švietimo akademija;12 konsultacijų, dalyvauja visos mokyklos;Tomas Žemaitis;2026-11-06;2 400 Eur
veikla;Pamokų stebėjimas ir aptarimas poromis;;mokyklų metodinės grupės;kiekvienas mokytojas per metus stebi dvi pamokas ir pakviečia į vieną savo;Aušra Norkienė;2027-05-28;
uždavinys;Užtikrinti sklandų perėjimą iš ikimokyklinio ugdymo į pradinį
veikla;Bendros darželių ir pradinių klasių mokytojų stebėsenos dienos;;lopšelis-darželis „Žiogelis“;4 dienos per metus, aprašyti pastebėjimai;Inga Paulauskienė;2026-05-29;
veikla;Vaiko pasiekimų aprašo perdavimo tvarka;;lopšeliai-darželiai, pradinė mokykla;tvarka patvirtinta, aprašai perduodami iki rugsėjo 1 dienos;Jolanta Baranauskienė;2026-08-28;
uždavinys;Padėti mokiniams, kurie grįžta iš užsienio arba mokosi lietuvių kalbos
veikla;Išlyginamoji lietuvių kalbos grupė;;Šilagirio gimnazija;kasmet mokosi ne mažiau kaip 10 mokinių;Vilma Stankutė;2026-09-15;6 000 Eur
veikla;Mokinių savanorių pagalba naujokams;;mokinių savivaldos;kiekvienas atvykęs mokinys turi savanorį klasėje;Mantas Urbonas;2026-10-16;
tikslas;Mokyklų aplinka ir priemonės prieinamos visiems mokiniams;Kiekvienoje mokykloje yra bent vienas aukštas, į kurį patenkama be pagalbos.
uždavinys;Pašalinti svarbiausias judėjimo kliūtis
veikla;Mokyklų prieinamumo patikra kartu su mokiniais;;neįgaliųjų draugija „Viltis“;patikrintos 7 mokyklos, parengtas kliūčių sąrašas;Kęstutis Bagdonas;2026-04-30;
veikla;Pandusai ir pritaikyti įėjimai trijose mokyklose;;savivaldybės statybos skyrius;3 įėjimai pritaikyti iki mokslo metų pradžios;Kęstutis Bagdonas;2026-08-31;48 000 Eur
veikla;Kabinetų ženklinimas Brailio raštu ir ryškiu kontrastu;;aklųjų ir silpnaregių sąjungos skyrius;paženklinti 4 mokyklų kabinetai;Sigita Mažeikienė;2027-03-26;1 500 Eur
uždavinys;Įsigyti ir dalytis specialiosiomis mokymo priemonėmis
veikla;Bendras priemonių bankas;;viešoji biblioteka;priemonę galima gauti per tris darbo dienas;Sigita Mažeikienė;2026-11-27;12 000 Eur
veikla;Mokymai, kaip naudotis pagalbinėmis technologijomis;;pedagoginė psichologinė tarnyba;apmokyta 40 mokytojų ir mokytojų padėjėjų;Rūta Jankauskaitė;2027-02-12;1 200 Eur
uždavinys;Sukurti ramybės erdves mokyklose
veikla;Ramybės kambariai dviejose progimnazijose;;Ąžuolų ir Pušyno progimnazijos;įrengti 2 kambariai, jais naudojamasi kasdien;Rasa Kazlauskaitė;2026-10-09;7 000 Eur
veikla;Emocijų reguliavimo užsiėmimai mažose grupėse;;visuomenės sveikatos biuras;per metus dalyvauja 60 mokinių;Neringa Vaitkutė;2027-05-14;
tikslas;Tėvai ir mokykla susitaria dėl pagalbos vaikui;Pagalbos planas yra susitarimas, kurį pasirašo mokykla, tėvai ir pats mokinys.
uždavinys;Informuoti tėvus apie pagalbą suprantama kalba
veikla;Atmintinė tėvams „Kur kreiptis“;;pedagoginė psichologinė tarnyba;atmintinė yra visose mokyklose ir poliklinikoje;Jolanta Baranauskienė;2026-03-31;600 Eur
veikla;Tėvų susitikimai mokyklose rudenį ir pavasarį;;mokyklų tarybos;14 susitikimų per metus;Aušra Norkienė;2027-04-23;
veikla;Konsultacijos tėvams vakarais;;visuomenės sveikatos biuras;konsultuojama du vakarus per mėnesį;Neringa Vaitkutė;2026-12-11;
uždavinys;Įtraukti tėvus į pagalbos plano rengimą
veikla;Pagalbos plano forma su tėvų ir mokinio dalimi;;vaiko gerovės komisijos;nuo rugsėjo nauja forma naudojasi visos mokyklos;Daiva Mikalauskienė;2026-08-21;
veikla;Mokymai vaiko gerovės komisijoms apie pokalbį su šeima;;universiteto švietimo akademija;dalyvauja visų mokyklų komisijos;Tomas Žemaitis;2026-11-20;1 400 Eur
uždavinys;Telkti tėvų savitarpio pagalbą
veikla;Tėvų, auginančių specialiųjų poreikių vaikus, klubas;;neįgaliųjų draugija „Viltis“;klubas renkasi kartą per mėnesį;Sigita Mažeikienė;2026-09-30;900 Eur
veikla;Šeimų savaitgalis prie ežero;;turizmo informacijos centras;dalyvauja 15 šeimų;Mantas Urbonas;2026-07-10;2 000 Eur
`;
