/** Comments in the languages that are most written in England after English, and Welsh. Short and about care. */
export interface OtherLanguage {
  code: string;
  weight: number;
  templates: readonly string[];
}

export const OTHER_LANGUAGES: readonly OtherLanguage[] = [
  {
    code: 'cy',
    weight: 16,
    templates: [
      'diolch yn fawr i’r {nyrsys|meddygon|staff} yn {place}, {gofal ardderchog|roedden nhw’n wych|roedd pawb mor garedig} {heddiw|ddoe|neithiwr|yr wythnos hon}',
      'wedi bod yn aros {#3-14} awr yn {place} {heddiw|neithiwr|ers y bore}, {neb wedi dweud dim|mae’r ystafell aros yn llawn|dim sôn am feddyg}',
      'mae’r rhestr aros yn {rhy hir|ofnadwy|mynd yn hirach}, {#4-24} mis {am lawdriniaeth|i weld arbenigwr|am apwyntiad}',
      'oes rhywun yn gwybod {sut mae cael apwyntiad|ble mae parcio|beth yw’r oriau ymweld} yn {place}?',
    ],
  },
  {
    code: 'pl',
    weight: 26,
    templates: [
      'czekaliśmy {#3-15} godzin w {place}, {nikt nic nie powiedział|to jakiś żart|dziecko płakało z bólu} {wczoraj|dzisiaj|w nocy}',
      'bardzo dziękuję {pielęgniarkom|lekarzom|wszystkim} z {place} za {wspaniałą opiekę|cierpliwość i uśmiech|pomoc mojej mamie}',
      'na wizytę u specjalisty czekam już {#3-18} miesięcy, {przecież to nienormalne|chyba polecę do Polski|ktoś ma podobnie?}',
      'czy w {place} jest {tłumacz|parking|polski lekarz}? {Z góry dziękuję|Pilne|Pytam dla taty}',
    ],
  },
  {
    code: 'ro',
    weight: 16,
    templates: [
      'am așteptat {#3-14} ore la {place} {aseară|azi|ieri} și {nimeni nu ne-a spus nimic|nu am văzut niciun doctor|ne-au trimis acasă}',
      'mulțumesc {asistentelor|medicilor|tuturor} de la {place}, {au avut grijă de mama|oameni minunați|foarte amabili și răbdători}',
      'știe cineva {cum pot face o programare|cât durează lista de așteptare|dacă au traducător} la {place}?',
    ],
  },
  {
    code: 'es',
    weight: 10,
    templates: [
      '{#3-13} horas esperando en {place} {anoche|hoy|ayer} con {mi madre|mi hijo|mi abuela}, {nadie nos dijo nada|una vergüenza|increíble}',
      'muchas gracias a {las enfermeras|los médicos|todo el equipo} de {place}, {un trato excelente|nos cuidaron muy bien|son maravillosos}',
      'llevo {#3-20} meses en lista de espera para {el especialista|la operación|una resonancia}, {¿a alguien más le pasa?|ya no sé qué hacer}',
    ],
  },
  {
    code: 'pt',
    weight: 10,
    templates: [
      'esperámos {#3-13} horas no {place} {ontem|hoje|esta noite} e {ninguém disse nada|mandaram-nos para casa|nem uma cadeira havia}',
      'muito obrigada {às enfermeiras|aos médicos|a toda a equipa} do {place}, {foram incríveis com o meu pai|um carinho enorme|atendimento excelente}',
    ],
  },
  {
    code: 'ur',
    weight: 9,
    templates: [
      '{place} میں {#3-12} گھنٹے انتظار کیا، {کسی نے کچھ نہیں بتایا|بہت برا حال ہے|امی بہت تکلیف میں تھیں}',
      '{place} کی {نرسوں|ڈاکٹروں|پوری ٹیم} کا بہت شکریہ، {ابو کا بہت خیال رکھا|بہت اچھے لوگ ہیں}',
    ],
  },
  {
    code: 'ar',
    weight: 8,
    templates: [
      'انتظرنا {#3-12} ساعات في {place} {ولم يخبرنا أحد بشيء|والطفل يبكي من الألم|ثم أعادونا إلى البيت}',
      'شكرا جزيلا {للممرضات|للأطباء|لكل الفريق} في {place} على {حسن الرعاية|صبرهم ولطفهم|مساعدة والدتي}',
    ],
  },
  {
    code: 'uk',
    weight: 8,
    templates: [
      'чекали {#3-12} годин у {place}, {ніхто нічого не пояснив|дитина плакала від болю|потім відправили додому}',
      'щиро дякую {медсестрам|лікарям|всім} з {place} за {турботу|терпіння|допомогу моїй мамі}',
    ],
  },
  {
    code: 'fr',
    weight: 6,
    templates: [
      '{#3-12} heures d’attente à {place} {hier soir|aujourd’hui|cette nuit}, {personne ne nous a rien dit|c’est inadmissible|et toujours pas de médecin}',
      'merci à {toute l’équipe|toutes les infirmières} de {place}, {des gens formidables|vous avez été si gentils avec ma mère}',
    ],
  },
];
