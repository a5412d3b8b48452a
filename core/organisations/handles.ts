/** Accounts of public bodies, without "@", by ODS code; empty for national bodies, which are no place. They are not redacted. */
export const HANDLES: Readonly<Record<string, string>> = {
  NHSuk: '',
  NHSEngland: '',
  DHSCgovuk: '',
  CareQualityComm: '',
  UKHSA: '',
  NICEComms: '',
  careopinion: '',
  LeedsHospitals: 'RR8',
  NHSBartsHealth: 'R1H',
  GSTTnhs: 'RJ1',
  uclh: 'RRV',
  uhbtrust: 'RRK',
  MFTnhs: 'R0A',
  ImperialNHS: 'RYJ',
  KingsCollegeNHS: 'RJZ',
  OUHospitals: 'RTH',
  CUH_NHS: 'RGT',
  SheffieldHosp: 'RHQ',
  Ldn_Ambulance: 'RRU',
  GreatOrmondSt: 'RP4',
  RoyalFreeNHS: 'RAL',
};

export const PUBLIC_HANDLES: readonly string[] = Object.keys(HANDLES);
