/**
 * What words beside a harm tell of it: who was harmed, where, what failed, and whether it is meant at all. Read as `harm-words.ts` is.
 */
export const CIRCUMSTANCE_WORDS = {
  self: `i im ive id ill me my myself mine`,
  kin: `mum mums mam mom mother dad dads daddy father nan nans nana nanna gran granny grandma grandmother grandad grandads grandpa grandfather
    husband hubby wife missus partner son daughter "my boy" "our boy" "little boy" "little girl" "my girl" lad baby sister brother auntie aunt
    uncle niece nephew cousin twin toddler "little one" "other half" mate neighbour "in law" fiance girlfriend boyfriend newborn "my kids"
    "year old" "old boy"`,
  others: `she he her him his hes shes`,
  care: `nurse doctor gp midwife midwives carer staff consultant surgeon paramedic porter hca registrar locum physio pharmacist pharmacy
    chemist hospital ward a_e 111 999 surgery triage unit crisis camhs ambulance "health visitor" anaesthetist radiographer icu hdu itu
    theatre nhs casualty discharge clinic labour maternity "care home" bay trolley infirmary "walk in" dentist dental nicu notes referral scan
    buzzer treatment appointment xray prescription trust`,
  failing: `nobody "no one" noone never didnt wasnt werent hadnt couldnt wouldnt not without ignored missed forgot refused failed failure
    wrong mistake error negligence negligent neglect neglected dismissed empty lost unread late "let down" blunder covered instead left
    despite anyway avoidable preventable "should have" "should of" "shouldve" "supposed to" "meant to" "medically fit" "missed opportunities"
    "lessons" "one test" "one scan" nothing`,
  unheeded: `"told them" "told the" "told her" "told him" "told every" "kept telling" "kept saying" "i said" "we said" "id said" "i told"
    "we told" begged begging pleaded "asked for" "asked them" "id asked" "asked three" "asked four" "nobody listened" "no one listened"
    "listened" "wouldnt listen" "believed me" "took me seriously" "kept asking" "three times" "four times" "five times" "fobbed"
    "id been told" "theyd been told"`,
  delay: `hour hrs waited waiting wait night overnight days weeks months late delay "by the time" "too late" morning`,
  redress: `complaint complained solicitor inquest coroner "post mortem" safeguarding police pals ombudsman cqc sue suing justice reported
    investigation apology "covered up" "duty of candour" report photos accountable`,
  thanks: `thank thanks thankyou thx grateful gratitude "owe you" indebted "bless" "hats off" "shout out" "credit to" "well done"`,
  praise: `brilliant superb fantastic wonderful amazing angel excellent "cant fault" "couldnt fault" "could not fault" "couldnt ask"
    "cant ask" kind lovely great miracle incredible hero legend professional compassionate gentle peacefully "nothing was too much" caring
    calm marvellous beautiful fab superstar dignity "best care"`,
  recovery: `"all clear" "doing well" "back home" "home now" "is home" "home today" "shes home" "hes home" saved "still here" "back at work"
    recovered recovering recovery "on the mend" "all good" "all fine" "is fine" "hes fine" "shes fine" "im fine" "no harm" "back to normal"
    "both well" "healed" "worked a treat" "sorted" "sort of over it" "put right" "feel lighter" "walking the next day" "gave up on me"
    "got me through" "a year ago" "two years ago i" "years since my"`,
  nearMiss: `"caught it" "she caught" "he caught" "spotted the" "spotted it" "spotted that" "no harm" nearly almost "checked twice"
    "double checked" "put it right" luckily phew "in time" "stopped the" "noticed in time" "not taken any" "changed it the same day" "swapped"
    "handed it back" "checked with me"`,
  saying: `"killing me" "be the death of" "the death of me" "dying for a" "dying to" "dying of" "to die for" "dead on my feet"
    "bored to death" "scared to death" "died of embarrassment" "could murder" "murder a" "kill for" "kill me" "id kill" "looks could kill"
    "die waiting" "died a death" "death by" "like death" "sudden death" "phone died" "battery died" "i died" "im dead" "dead funny"
    "on life support" "bleeding us dry" haemorrhaging "stabbed in the" "blue murder" "drop dead" "dead good" "dead nice" "over my dead"
    "dead end" "dead line" "dead easy" "died down" "dying breed" "killer" "stroke of luck" "heart attack at the price" "blind luck"
    "break a leg" "breaks my heart" "broke my heart" "pulling my leg" "cost an arm" "arm and a leg" "drowning in" "bleeding obvious"
    "overdosed on" "panic stations" "flatlining" "so ill live" "back in the day" "torture" "cancer of" "crippling" "paralysed with"
    "death trap" "suicidal empathy" "rota suicide" "assault on" "crime against" "tickled" "dying art" "never die" "do or die"
    "turn in his grave" "turn in her grave" "turning in his grave" "turning in her grave" "late husband" "late wife" "late mum" "late dad"
    "slap in the face" "kick in the teeth" "punch in the gut" "gut punch" "hit home" "hit me that" "kick off" "kicking off"`,
  laughter: `lol lmao lmfao rofl haha hahaha hahahaha hehe joke jokes joking punchline emoji_1f602 emoji_1f923 emoji_1f605 emoji_1f606
    emoji_1f604 emoji_1f480 emoji_1f601 "just kidding" jk autocorrect meme memes funny hilarious hysterics daft`,
  fiction: `episode series season film movie novel book drama podcast "call the midwife" "holby" "casualtys" "tonights casualty" spoiler
    netflix bbc itv panorama documentary watched watching memoir chapter author "this is going to hurt" character "play" game "video game"
    plot programme "on telly" "coronation street" eastenders emmerdale soap itvx iplayer`,
  news: `inquest_hears breaking exclusive "finds" "hears" reveals revealed according "says report" "new study" "study finds" "report finds"
    review survey headline jailed sentenced fined charged convicted arrested trial tribunal "court hears" "coroner warns" "coroner hears"
    watchdog regulator "royal college" article reporter journalist newspaper data audit paper figures rates rated former apologises`,
  statistics: `thousands hundreds per cent percent million statistics statistic "excess deaths" "one in" average rate patients deaths "a week"
    "an hour" "every year" "last year" babies people lives`,
  politics: `labour tory tories government minister ministers mp mps parliament reform starmer streeting "health secretary" "prime minister"
    vote election party privatisation privatise policy bill strike strikes union council politicians politician conspiracy immigration
    migrants funding cuts nhsengland bma`,
  campaign: `petition sign sponsor sponsored fundraising raise raising charity awareness campaign donate donation course training webinar
    "study day" poster "know the signs" "find out" register "join us" "join our" hiring vacancy apply compensation "no win" solicitors "claim"
    volunteer prevention "get help" "support group" "learn more" "read more" "memory of" memorial remembering remember quiz exam osce audit
    toolkit bundle "world" "day" "week" "looking for" researching dms`,
  secondHand: `"i read" "read that" "ive read" "i saw" "saw on" "seen on" "heard that" "i heard" "heard someone" apparently allegedly rumour
    gossip "anyone know" "on facebook" "on the news" "in the paper" "in the news" "told me that a" "some bloke" "a friend of a friend"
    "they say" "theyre saying" "dont know her" "dont know him"`,
  hypothetical: `might may imagine suppose risk worried worry scared fear nervous afraid "what if" "going to die" "will die" "someones going"
    "somebodys going" "waiting to happen" hope planning future "if i" "if they dont" "if you" "if we" "could be me" "could be you"
    "could have been"`,
  question: `"does anyone" "is it normal" "how do you" "what does" "can someone" "has anyone" "anyone else" "would i" "who would i"
    "how serious" "should i be" curious wondering`,
  oldTimes: `fifties sixties seventies eighties nineties "years ago" "back then" "different times" "long time ago" "when i was a" "as a child"
    "great gran" "great grandad" "great grandmother" "great great" victorian wartime "in those days" decades century archive history
    "years later" "before the nhs" "once upon" "forty years" "thirty years" "fifty years" "sixty years" "twenty years"`,
  elsewhere: `dog cat vet vets puppy kitten horse rabbit hamster goldfish america american usa scotland wales ireland gaza ukraine abroad
    spain turkey france football match goal referee united`,
  ownAccident: `bike bicycle skateboard tesco kerb football rugby garden school trampoline skiing "my own fault" "own stupid fault"
    "nobodys fault" "no ones fault" "no one to blame" "nothing anyone could" "nothing they could" "nothing more they could" "his time"
    "her time" "did all they could" "did everything they could" "long illness" "long fight" "battle with" "as he wanted" "as she wanted"
    "in his sleep" "her own bed" "his own bed" hospice`,
  negated: `"no pressure" "no falls" "without a fall" "days without" "not died" "didnt die" "no abuse" "never harmed" "nobody was harmed"
    "wasnt sepsis" "not sepsis" "not cancer" "not a stroke" "wasnt a stroke" "ruled out" "no cancer" "isnt cancer" "wasnt cancer" "not broken"
    "nothing broken" "just a sprain" "only a" "only my" "its only" "not worried" "benign"`,
  staffVoice: `colleague colleagues "our patients" "my patients" "my shift" "my team" "our team" "our ward" "on shift" "come to work"
    "my manager" "night shift" nightshift rota students student teaching nurses "proud of" "zero tolerance" "my job" audit`,
} as const satisfies Record<string, string>;

export type CircumstanceWord = keyof typeof CIRCUMSTANCE_WORDS;
