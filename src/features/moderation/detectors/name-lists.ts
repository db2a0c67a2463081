/**
 * Names that are common in Denmark, from general knowledge; what is not here is still found by its place in the sentence.
 * Lists of words, so that they can be read and corrected by anyone.
 */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const FIRST_NAMES: ReadonlySet<string> = new Set(words(`
  Aage Abdi Abdul Abdullah Adam Adnan Adrian Agathe Agnes Agnete Agnieszka Ahmad Ahmed Aisha Aksel Alan Albert Aleksander Alexander Alfred Ali Alice Allan Alma Amal Amalie Amanda
  Amina Amir Ana Anders Andrea Andreas Andrzej Ane Anette Anita Anja Ann Anna Annalise Anne Annelise Annemarie Annette Annika Anni Anny Anton Arne Arthur Asger Asta Astrid Augusta Aya Ayse
  Axel Bashir Bendt Benedikte Benjamin Bente Berit Bertil Bertha Bettina Birger Birgit Birgitte Birte Birthe Bitten Bjarke Bjarne Bodil Bolette Boris Britt Britta Børge
  Camilla Carina Carl Carla Carlo Caroline Carsten Casper Cathrine Cecilie Charlotte Chris Christel Christian Christina Christine Christoffer Claes Claudia Claus Clara Conny Connie
  Daniel Daniella Danny David Dennis Diana Ditlev Ditte Dmytro Dorte Dorthe Dorthea Ebba Ebbe Eddie Edith Edvard Egon Eigil Einar Ejner Ejvind Elena Eleonora Eli Elias Elin Elisa Elisabeth Elise Eliza Ella Elna Ellen Elsa Else Elsebeth
  Elvira Emil Emilie Emily Emma Emine Erik Erika Erland Erling Ernst Esben Ester Esther Eva Evald Evelyn Ewa Fadi Farah Fatima Fatma Felix Ferdinand Filip Finn Flemming Frank Frans Frede Frederik Frederikke Freja Freddy Frida Fritz Frode
  Gabriel Georg Gerda Gert Gerd Gertrud Gitte Goran Gorm Grete Grethe Grith Gudrun Gunhild Gunnar Gunner Gurli Gustav Hamza Hanna Hannah Hanne Hannes Hannibal Hans Harald Harriet Harry Hassan Hasan Hatice Heidi Helen Helena Helene Helga Helge Helle Henning Henrik Henriette Henry Herdis Herman Hilda
  Hugo Huda Hussein Ian Ib Ibrahim Ida Ilse Inga Inge Ingeborg Inger Ingerlise Ingolf Ingrid Ingvar Irena Irene Iris Isabella Isak Ismail Iulia Ivan Iwona Jack Jacob Jakob Jamal James Jan Jane Janne Jannick Jannik Jasmin Jasmina Jean Jeanette Jeanne Jens Jeppe Jesper Jette Jimmi Jimmy
  Joachim Joakim Joan Joanna Johan Johanna Johanne Johannes John Johnny Jon Jonas Jonathan Josef Josefine Joseph Judith Julia Julian Julie Julius Jytte Jørgen Jørn Kai Kamilla Karen Karim Karin Karina Karl Karla Karoline Karsten Kaspar Kasper Katarina Katarzyna Kathe Kathrine Katja Katrine Kent Kenneth Kenni Kenny
  Ketty Kevin Khaled Khadija Kim Kirsten Kirstine Kjeld Kjell Klaus Knud Konrad Kresten Kris Krista Kristian Kristina Kristine Kristoffer Krzysztof Kurt Kåre Laila Lars Lasse Laura Laurits Layla Lea Leif Leila Lena Lene Lennart Leo Leon Leonora Liam Lilian Lilly Lina Linda Line Linea Linus Lis Lisa Lisbet Lisbeth Lise Lissi Liv Lizette Lone Lotte Louis Louise Lucas Lucia Ludvig Luka Lukas Lykke Lydia Lærke
  Mads Magdalena Magda Magnus Mahmoud Mai Maiken Maj Maja Majbritt Malene Malgorzata Malik Malin Malou Malte Maren Margaret Margit Margrethe Margarethe Maria Mariam Marian Mariana Marianne Marie Marina Mario Marius Mark Marlene Marta Martha Martin Marwan Mary Maryam Mathias Mathilde Matilde Mats Mattias Maya Mehmet Melissa Merete Merethe Mette Mia Michael Michala Michelle Mie Mikael Mikkel Mille Milla Mina Minna Miriam Mogens
  Mohamad Mohamed Mohammad Mohammed Mona Monica Monika Morten Muhammad Muhammed Murat Mustafa Nadia Nadja Nana Nanna Natalia Natalie Natasja Nete Nicklas Nicolai Nicole Nicoline Niels Niklas Nikolaj Nils Nina Noah Noor Nora Nour Olav Ole Olena Olga Olivia Oliver Oleksandr Oluf Omar Osman Oscar Oskar Otto Ove Paul Paula Pauline Parisa Pelle Per Pernille Peter Petra Petrea Philip Pia Pil Piotr Poul Povl Preben Rahma Ragnhild Rania Rasmus Rebecca Rebekka Regitze Rene René Richard Rigmor Rikke Rita Robert Robin Roger Roland Rolf Ronja Ronnie Rosa Rosemarie Rune Ruth
  Sabina Sabine Sabrina Salma Samir Samira Samuel Sandra Sanne Sara Sarah Sascha Sebastian Selma Sidsel Signe Sigrid Silas Silje Simon Simone Sine Sofia Sofie Sofus Solveig Sonja Sophia Sophie Stella Steen Stefan Steffen Stephan Stephanie Stig Stine Sune Susan Susanne Svend Svetlana Sven Søren Søs Sylvester Tage Tania Tanja Tatiana Tetiana Thea Theis Theo Theodor Therese Thomas Thor Thorbjørn Thorkild Thyra Tilde Tim Tina Tine Tobias Tom Tommy Tonny Torben Torkild Torsten Tove Trine Troels Tue Tuva Ulf Ulla Ulrik Ulrikke Ursula Uffe Vagn Valdemar Vera Vibeke Victor Victoria Viggo Viktor Viktoria Villads Villy Vilma Vincent Viola Vita Volodymyr Vivi Vivian
  Walter Werner Wilhelm William Willy Yasmin Yasmine Yildiz Yusuf Youssef Yvonne Yulia Yuliia Zahra Zainab Zaynab Zeynep Zoe Åge Åse Aase Ann-Sofie Anne-Marie Anne-Lise Anne-Mette Hans-Jørgen Jens-Peter Karl-Erik Lise-Lotte Per-Ole Poul-Erik Bo Bent Dan Kaj Gry Storm Ask Bjørn Sten My August Max Rose Sol Fred Can Dana Tenna Tenne Bodo
`).map((each) => each.toLowerCase()));

/** Names that are words too: at the beginning of a sentence, or in small letters, they are taken for the word. */
export const ALSO_WORDS: ReadonlySet<string> = new Set(words(`
  per bo storm mark ask liv bent dan rose bjørn sten steen kaj gry my maj sol fred hans signe svend karl lise august max tim jan rosa viola vita else tove tue tage lone rune line mille mina mona can alma pil noor mai robin
  frank kris lis ib eva leo eli ole ove ian jon leon kim kit finn søs sine lykke frede ulf inga sanne
  tom lea lærke grith iris thor linus emma lina ana arne ane chris ellen lene minna malin asta paul ruth vera gert tina theo thea sara nina kent stella karla lucia ella olga
`));

export const SURNAMES: ReadonlySet<string> = new Set(words(`
  Nielsen Jensen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen Olsen Thomsen Christiansen Poulsen Johansen Møller Mortensen Knudsen Jakobsen Jacobsen Mikkelsen Olesen Frederiksen Laursen
  Henriksen Lund Holm Schmidt Eriksen Kristiansen Simonsen Clausen Svendsen Andreasen Iversen Jeppesen Mogensen Jespersen Nissen Lauridsen Frandsen Østergaard Jepsen Kjær Carlsen Vestergaard Dahl Nygaard Dam Bech Bak Bang Bruun Bertelsen Berg Lind Lassen Friis Kjeldsen Holst Skov Bach Kruse
  Winther Ravn Krogh Toft Brandt Juhl Juul Krog Bøgh Beck Thygesen Gregersen Damgaard Ibsen Vinther Villadsen Bjerre Bjerregaard Nørgaard Hermansen Mathiesen Hald Dalsgaard Søgaard Overgaard Kofoed Kjærgaard Lorenzen Mouritzen Steffensen Enevoldsen Danielsen Ottosen Andresen Axelsen Buch Dall Due Eskildsen Fischer Foged
  Graversen Hedegaard Højgaard Isaksen Johnsen Justesen Klausen Lindholm Lykke Markussen Meyer Michelsen Nygård Paulsen Pallesen Schou Schultz Skytte Staal Stokholm Svensson Therkildsen Thorsen Thomassen Tranberg Vang Voss Wagner Westergaard Ali Hassan Ahmed Khan Nguyen Mohamed Yilmaz Kaya Demir Hussain Ibrahim Omar Kovalenko Shevchenko Kowalski Nowak Raun Bojsen
`).map((each) => each.toLowerCase()));

/** Places, firms and institutions that are written with capitals. In small letters. */
export const NOT_PEOPLE: ReadonlySet<string> = new Set(words(`
  dansk danske danmark danmarks den det de en et region regionen kommune kommunen kommuner jobcenter jobcentret jobcenteret center centret universitet universitetet skole skolen højskole festival hotel badehotel forbund fond fonden forening foreningen
  a/s aps kors røde nødhjælp office google microsoft windows maps docs online excel word powerpoint teams outlook zoom linkedin facebook instagram jobnet jobindex matador monopoly politiken berlingske information nordisk nordiske novo carlsberg arla lego vestas danfoss grundfos mærsk dsb coop netto rema føtex bilka ikea
  faglig fælles metal erhverv industri supermarked store lille høje sankt skt nykøbing ny nye nørre nord syd øst vest sønder sønderjylland vester øster hvide sorte blå grønne gamle folkekirkens kirkens ungdommens ungdom uddannelsesvejledning familieret udbetaling ydelse ydelsescenter styrelsen ministeriet folketinget rigshospitalet
  jylland midtjylland nordjylland syddanmark sjælland fyn bornholm lolland falster hovedstaden københavn kbh aarhus århus odense aalborg ålborg esbjerg randers kolding horsens vejle roskilde herning silkeborg helsingør næstved fredericia viborg køge holstebro taastrup tåstrup slagelse hillerød holbæk sønderborg svendborg hjørring frederikshavn
  haderslev ringsted skive ølstykke farum kalundborg ishøj albertslund ballerup brøndby dragør egedal fredensborg frederiksberg frederikssund furesø gentofte gladsaxe glostrup gribskov greve guldborgsund hvidovre hedensted herlev hørsholm ikast brande jammerbugt langeland lejre lemvig lyngby mariager mariagerfjord middelfart morsø mors norddjurs nordfyn nyborg
  odder odsherred rebild ringkøbing skjern rudersdal rødovre samsø skanderborg solrød sorø stevns struer syddjurs thisted tønder tårnby vallensbæk varde vejen vesthimmerland vordingborg ærø aabenraa storstrøm limfjorden himmelbjerget thy djursland himmerland vendsyssel lolland
  sverige norge tyskland finland polen ukraine syrien europa eu england usa malmø flensborg hamborg stockholm berlin london
  januar februar marts april maj juni juli august september oktober november december mandag tirsdag onsdag torsdag fredag lørdag søndag jul julen påske påsken pinse nytår bededag bededags
  jeg du han hun vi i de man min mit mine din dit dine sin vores jeres deres når hvis så men og eller hvor hvad hvem hvordan hvorfor også der da dag denne dette disse ingen alle alt ikke kun meget stor god godt tak husk men fra til med for på ved efter før under over mellem uden
  excelkurset cv ai it tv hk fvu amu vuc aof fof ordblind truckcertifikat mitid e-boks nemid jobplan
`));

/** What a street, a school or a square ends with, after a person's name. */
export const STREETS = /^(?:vej|gade|vænge|allé|alle|plads|torv|stræde|boulevard|park|parken|skole|kirke|gård|hus|minde|legat|fond|center|festival|festivalen|a\/s|aps)s?$/iu;
