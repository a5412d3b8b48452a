/** Health care that isn't the NHS in England: the other nations' services, other countries', other centuries'. Worded as ours is. */
export const ELSEWHERE = {
  'scotland-wait': [
    '{#6-20} hours at {the Royal in Edinburgh|the QEUH in Glasgow|Ninewells|Aberdeen Royal|Raigmore} with {woman} {when}. {Holyrood, explain yourselves|On a trolley|Staff were fab}.',
    'NHS {Lothian|Tayside|Grampian|Fife|Highland|Lanarkshire} have cancelled my {op} again. {weeks} I’ve waited.',
  ],
  'scotland-praise': [
    'Thank you to {ward} at {Wishaw General|the Victoria in Kirkcaldy|Forth Valley Royal|Dumfries Infirmary}, {wee man is home|best nurses in Scotland}.',
  ],
  'scotland-politics': [
    'The SNP have run Scotland’s NHS for {#17-19} years, {#1-2} in 6 on a list. {No one else to blame|Holyrood failed|Tell me again it’s Westminster}.',
    'First Minister’s Questions: {opposition|Labour} {attacks|presses} on {A&E|cancer} waits {in Glasgow|across Scotland}',
  ],
  'wales-wait': [
    'Been at {the Heath in Cardiff|Morriston|Ysbyty Gwynedd|the Grange|Glan Clwyd|Bronglais} since {clock} with {man}. {#12-30} ambulances outside. {Senedd needs to sort this|Diolch to the nurses though}.',
    '{weeks} for a {op} under Betsi Cadwaladr. {Two years just for the clinic|Moved to England for less}.',
  ],
  'wales-politics': [
    'Labour have had Wales’s NHS since devolution and {one in five|one in four} of us is on a list. {Vote Plaid|Time for change in the Senedd|Health boards accountable to nobody}.',
  ],
  'wales-news': [
    '{Hywel Dda|Swansea Bay|Powys|Cwm Taf Morgannwg} health board {approves|delays|consults on} {stroke|maternity} {changes|closure} {link}',
  ],
  'northern-ireland': [
    'The waits in {the Ulster|Altnagelvin|Craigavon|the RVH in Belfast|Antrim Area} are {beyond a joke|the worst in these islands}. {weeks} for {specialty}. {Stormont needs to act|And the Assembly argues about flags}.',
    'Health and Social Care NI: {#6-9} year wait for a {op}, {Department of Health|audit office} figures show',
  ],
  'isle-of-man-jersey': [
    '{Manx Care|Jersey General|Guernsey’s PEH} {brilliant with|kept} {man} {last week|in {month}}. {Flown off-island by plane though|Bill to follow}.',
  ],
  'ireland-hse': [
    '{#14-40} hours on a trolley in {University Hospital Limerick|Beaumont|Cork|Galway}, the HSE is {a shambles|a disgrace}. {My poor da|Nurses run ragged}.',
    'Trolley watch: {#380-720} people without a bed in Irish hospitals this morning, {INMO|the nurses’ union} says',
  ],
  'us-bill': [
    'Just got a ${#900-48000} bill for {an ER visit|a {scan}|two stitches}. {Insurance denied it|I have “good” insurance|America is a scam}.',
    'My copay went from ${#20-40} to ${#60-150}. {Deductible not even met|Open enrollment is hell}.',
  ],
  'us-er': [
    '{#5-11} hours in the ER {in Houston|in Phoenix|at County|in Ohio} with my mom. {Nurses were angels, billing desk not so much|They sent us home with Tylenol}.',
    'Shout out to the nurses at {Mercy|St Jude|the VA|Kaiser} who took care of my dad after his {bypass|surgery}. y’all are the best ❤️',
  ],
  'us-politics': [
    'Medicare for All would {save lives|cost trillions}. {Call your senator|Congress has the best healthcare in the country, funny that|Vote blue}.',
    'Medicaid cuts will close {#100-700} rural hospitals, {analysis finds|governors warn}. {link}',
  ],
  canada: [
    'ER in {Halifax|Winnipeg|rural Ontario|Red Deer} closed {overnight|again} for lack of doctors. {Premier|The province} must act. {#1-3} in 5 of us has no family doctor.',
    'Waited {#11-22} hours at emerg in {Moncton|Surrey BC|Calgary} with my kid. {OHIP|Our taxes} for this?',
  ],
  australia: [
    'Ramping again at {Royal Adelaide|Westmead|Hobart}. {#4-9} hours in the back of the ambo with Nan. {Medicare levy well spent|Good on the paramedics though}.',
    'Bulk billing GP in {Perth|Geelong|Cairns}? {None left|$90 gap|Anyone know one}?',
  ],
  'new-zealand': [
    '{Te Whatu Ora|Health NZ} {freezes hiring|cancels surgery} at {Wellington|Dunedin|Middlemore} hospital, {nurses union|doctors} {say|warn}',
  ],
  india: [
    '{Government|Private} hospital in {Lucknow|Patna|Chennai|Pune} charged ₹{#2-9},{#10-99},000 for {one night ICU|delivery}. {No bed at AIIMS|Ayushman card refused}.',
    'Doctors at {AIIMS|KEM|Safdarjung} {on strike|protest} demanding {safety|stipend}, OPD services hit',
  ],
  'pakistan-nigeria-kenya': [
    'NHIF/SHA card rejected at {Kenyatta|Nakuru} hospital, {mum sent home|told to pay cash}. {Shame on this government|Kenyans deserve better}.',
    '{Lagos|Abuja|Kano} teaching hospital: no light in the theatre, {patients bring own generator|doctors japa to UK}. {Nigeria which way|Fix it}.',
  ],
  'europe-experience': [
    'Broke my ankle skiing in {Austria|France|Italy}. X-ray, cast and {coffee|schnapps} within the hour. {GHIC card worked|Insurance paid}. {Doctor spoke better English than me|Stunning view from the ward}.',
    'My GP here in {Valencia|Lyon|Berlin|Lisbon} sees me the same day. {#6-30} euros. {Why would I move back|Spoilt, I know}.',
  ],
  'gaza-ukraine': [
    'Hospitals in {a war zone|the besieged city|the occupied east} have run out of {anaesthetic|fuel|blood}, {WHO|aid agencies} say {link}',
  ],
  'holiday-ill': [
    'Spent {#2-5} days of our fortnight in a hospital in {Benidorm|Antalya|Crete|Orlando} with a {bad stomach|broken arm|heart scare}. {£{#900-9000} up front|Nurses couldn’t have been nicer}.',
  ],
  'medical-history': [
    'Victorian surgeons at {town} infirmary wore the same coat for {years|decades}: the more blood, the better the doctor. {#history|Book out {month}}',
    'In 16{#10-65} plague patients were shut in pest houses outside {town}, {#20-60} to a room. {Grim|Podcast here}.',
  ],
  'military-hospital-past': [
    'Grandad’s war diary: “{three|nine|eleven} days on a stretcher, nurses marvellous, tea dreadful”, {Egypt 1942|Italy 1944|Ypres 1917}.',
  ],
  'private-only': [
    'My Bupa {physio|GP} in {town} is {brilliant|a robot}. {Work pays, thankfully|£{#55-120} a go}. {Free coffee|Big leather chairs}.',
    'Private dentist botched my {crown|implant}, {#2-5},000 quid. {Can I take him to small claims?|Refund refused}',
  ],
  'beauty-clinic': [
    'Botched lip filler at a {salon|clinic} in {town}, {ring to complain and they’ve blocked me|no aftercare at all}. {Do your homework, girls|Never again}.',
  ],
  'care-home-private-staff': [
    'Care home fees up to £{#1100-1900} a week{| for dad}. {Manager’s lovely, owners are a hedge fund|House sold, savings gone}. {Food’s good, mind|No choice}.',
  ],
  'benefits-pip': [
    'PIP assessor says I can {walk 200 metres|cook a meal} because I {smiled|held a cup}. {Tribunal next|DWP are a disgrace}. {weeks} wait.',
  ],
  'prison-asylum': ['US prison health care: {inmate|man} in {Texas|Alabama} waited {#20-90} days for a doctor, lawsuit {says|claims}'],
  'world-statistics': ['Life expectancy by country: Japan {#84-85}, Spain {83|84}, UK {81|82}, USA {77|78}. {Chart|Source}: {link}'],
  'china-japan-korea': [
    'Walk-in clinic in {Seoul|Tokyo|Taipei|Shanghai}: seen, scanned and out in {#25-70} minutes for about £{#8-45}. {Efficient doesn’t cover it|Mind blown}.',
  ],
  'us-long-insurance': [
    'So my insurance company decided, after my surgeon scheduled everything, that my {op} was “not medically necessary”. I’ve done the physical therapy. I’ve done the shots. I’ve sat on hold for {#2-6} hours with three different departments and each one tells me to fax another. My doctor did a peer-to-peer and the guy on the other end wasn’t even an orthopedist. I’m {#33-61} years old in {Florida|Indiana|Nevada} and I can’t walk to the mailbox.',
  ],
  'scotland-long': [
    'Just to say what a team at {Monklands|St John’s in Livingston|the Golden Jubilee|Crosshouse}. {man} went in on {day} for a {op}, NHS Scotland, and from the porter to the surgeon they were first class. Up and walking by teatime, physio next morning, home by the weekend with everything he needed. Free prescriptions an’ all. I ken folk have had a bad time of it but I can only speak as I find.',
  ],
} as const satisfies Record<string, readonly string[]>;
