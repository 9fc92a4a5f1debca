import { ownWords, type Fault } from './letterRules';

interface Forbidden {
  pattern: RegExp;
  why: string;
}

/** Phrases that no letter may contain, and the reasons. */
export const forbidden: readonly Forbidden[] = [
  { pattern: /\b(un|il)lawful|\billegal/i, why: 'nothing was found unlawful' },
  { pattern: /\brefus(e|es|ed|ing|al)\b/i, why: 'no hint of refusing' },
  {
    pattern:
      /\bboycott|\bstay(ing)? away\b|\bturn(ed|ing)? away\b|\bdeny (them )?entry|\bwalk (out|away)\b|\bleave the (site|school|premises)\b|\bnon-?cooperat|\b(will|shall|would|could|may) not (let|allow|admit|host|receive|cooperate|co-operate|take part)\b|\bwork to rule\b/i,
    why: 'no hint of refusing',
  },
  { pattern: /\bbreach/i, why: 'no word on breach' },
  {
    pattern: /\b(section|s\.?) ?44\b|serious and imminent|Employment Rights Act/i,
    why: 'section 44 stays out of letters',
  },
  { pattern: /\bpostpon|\bcancel|\breschedul|\bbe put off\b/i, why: 'no inspection is put off' },
  {
    pattern: /\bballot|\bindustrial action|\bstrikes?\b|\btrade dispute|\b(will|to) vote\b/i,
    why: 'no ballot, no industrial action',
  },
  {
    pattern:
      /\b(new|newly|latest)\b[^.]{0,24}\b(framework|inspections?|inspection system|report cards?|grades|regime)\b|\bframework\b[^.]{0,16}\b(new|newly)\b/i,
    why: 'the framework is not new',
  },
  {
    pattern:
      /\b(last|this|next) (year|month|week|term)\b|\b(autumn|winter|spring|summer)\b|\brecent(ly)?\b|\bat present\b|\bcurrently\b|\bupcoming\b/i,
    why: 'goes stale: say the month and the year',
  },
  {
    pattern:
      /\b(will|shall|to) (come|enter) into force|\bfrom 10 November|\bNovember 10\b|(?<!since )10 November 2025/i,
    why: 'in force since 10 November 2025',
  },
  {
    pattern: /\bseven\b[^.]{0,30}\bareas\b|\b7 areas\b/i,
    why: 'six graded areas; safeguarding is met or not met',
  },
  { pattern: /\boverall grade|\bsingle[- ]word\b/i, why: 'there is no overall grade' },
  { pattern: /\bsafeguarding\b[^.]*\bgraded?\b/i, why: 'safeguarding is met or not met' },
  {
    pattern:
      /\bcourts?\b|\bjudicial review|\b(the|its|an) appeal\b|\bjudge?ments?\b|\bjudges\b|\bcase law\b/i,
    why: 'no court case',
  },
  {
    pattern:
      /\bRuth\b|\bPerry\b|\bCaversham\b|\bcoroner|\binquest\b|\bsuicid|\bdeaths?\b|\bdied?\b|\bown li(fe|ves)\b|\b(lost|lose|losing) (her|his|their) li(fe|ves)\b|\bkill/i,
    why: 'no death is named',
  },
  { pattern: /Article 2\b|Human Rights Act/i, why: 'aimed at Ofsted, not at employers' },
  {
    pattern:
      /\b(sue|sued|suing|litigation|tribunal|solicitors?|compensation|damages|negligen\w*|liab(le|ility))\b|\blegal action\b|\bprosecut/i,
    why: 'no threat to sue',
  },
  { pattern: /\bgrievance\b(?<!\bnot a grievance)/i, why: 'no threat of a grievance' },
  {
    pattern:
      /advice elsewhere|take (this|it|the|my|our) ?(matter)? (further|elsewhere)|\bescalat|\breserve (my|our|the) rights?\b|no (choice|alternative|option) but|\bnot hesitate\b|\b(consider|reconsider) (my|our) position\b|\bconsequences?\b|further (action|steps)|failing which|\bor else\b|be forced to|if (I|we) (do not|have not) hear|\b(not|never) be necessary\b|\bsorry to have to\b|\bwithout prejudice\b|\bon notice\b|\bformal notice\b|\bfor the record\b|\b(am|are|been) advised\b|\b(keep|keeping|kept) a (note|record|log)\b/i,
    why: 'no threat, open or veiled',
  },
  {
    pattern:
      /(report|refer|complain|notify|raise|copy|send|contact|tell|inform|go)[^.]{0,40}?\b(to |with |my |our |the )*(the )?(HSE|Health and Safety Executive|regulator|press|newspapers?|media|MP)\b/i,
    why: 'no threat of the regulator',
  },
  {
    pattern:
      /\byou (have )?(failed|neglected|ignored)\b|\byour (failure|neglect)\b|\bunacceptable\b|\bdisappoint|\bfailure to\b|\byour silence\b|\bsurprised\b|\bwhy have you\b|\bnot care\b|\bblame\b|\bnot good enough\b|\b(shame|disgrac|appal)\w+/i,
    why: 'the addressee is not accused',
  },
  {
    pattern:
      /\bdeadline\b|(law|legally|statut\w+)\b[^.]{0,40}\b(reply|respond|answer)\b|\b(must|have to|required to) (reply|respond|answer)\b/i,
    why: 'the law sets no date for a reply',
  },
  {
    pattern:
      /(law|regulations?|Act)\b[^.]{0,40}\b(require|demand)s?\b[^.]{0,30}\b(Ofsted risk assessment|full risk assessment)/i,
    why: 'the test is “suitable and sufficient”; no law names an Ofsted risk assessment',
  },
  {
    pattern: /\bguarantee|\beliminate (all|every)|\babsolute duty/i,
    why: 'so far as is reasonably practicable',
  },
  {
    pattern: /\bwritten consent\b|\bduty (cannot|can’t|can not) be (passed|delegated)/i,
    why: 'inference, not law',
  },
  {
    pattern:
      /\bregulations? 14\b|\bsection (7|47)\b|Consultation with Employees|Equality Act|GDPR|\bforeseeab|\bstandard scale\b|\bsafety committee|\bpost-16\b/i,
    why: 'marked [K]: not read in a source',
  },
  { pattern: /\bOfsted (has |have )?ignor(ed|es|ing)\b/i, why: 'NAHT’s opinion, not fact' },
  {
    pattern:
      /\b(unsafe|dangerous|flawed|harsh|brutal|cruel|toxic|unfair|unjust|unfit|broken|harmful|failed|failing)\b|\bfit for purpose\b/i,
    why: 'an opinion is NAHT’s, and quoted',
  },
  { pattern: /\bMcBrearty|\bSinead\b/, why: 'she spells it Sinéad Mc Brearty' },
  {
    pattern: /NAHT’s (official|template|own) (letter|text|wording)|on behalf of NAHT/i,
    why: 'our text is not NAHT’s',
  },
  { pattern: /local education authority|\bmocksted/i, why: 'out of date, or slang' },
  {
    pattern:
      /\b(attention needed|causing concern|exemplary|outstanding|inadequate|requires improvement|special measures)\b/i,
    why: 'abandoned names of grades',
  },
  {
    pattern:
      /\b(exceptional|strong standard|expected standard|needs attention|urgent improvement)\b|provisional grade/i,
    why: 'no grade is stated in a letter',
  },
  {
    pattern:
      /\b(my|our) (health|mental health|anxiety|depression|illness|condition|doctor|GP|sick(ness)?( leave| absence)?)\b|\b(ill|sick|unwell|poorly|exhausted|burnt out|breakdown|panic attacks?)\b|\bcannot cope\b|\bharmed (me|us)\b|\bsigned off\b|\bmedication\b|\bdiagnos|\bdisab(led|ility)/i,
    why: 'no health detail',
  },
  {
    pattern:
      /!|\bplease be advised\b|\bplease find\b|\bkindly revert\b|\bthe needful\b|\basap\b|\bearliest convenience\b|\b(do|does|did|is|are|was|were|have|has|had|ca|wo|would|could|should)n[’']t\b|\b(I|we|you)[’'](ve|ll|re|m|d)\b/i,
    why: 'formal, plain and calm',
  },
  {
    pattern:
      /\b(?!(?:re)?siz|priz|seiz|capsiz)[a-z]+iz(e|ed|es|ing|ation|ations)\b|\b(program|center|labor|color|behavior|fulfill|judgment|practicing|practiced)\b/i,
    why: 'British spelling',
  },
  {
    pattern:
      /\b(statut\w*|oblig(ed|ation\w*|atory)|mandatory|compulsory|contraven\w*|violat\w*|infring\w*|penalt\w*|sanctions?|fined|criminal\w*|enforce\w*)\b/i,
    why: 'the law is named, and what it asks; nobody is warned of it',
  },
  {
    pattern:
      /\bwithin (a|an|one|two|three|five|seven|ten|fourteen|\d+) (working |calendar )?(hour|day|week|fortnight|month)s?\b|\bno later than\b|\bat the latest\b|\bby return\b|\bforthwith\b|\bimmediate(ly)?\b|\btime limit\b|\boverdue\b|\blast chance\b|\bclose of (business|play)\b|\b(repl(y|ies)|respon\w+|answer\w*)\b[^.]{0,60}\b(law|legal\w*|required)\b|(?<!\bnot )\bexpect(ing)? (the|a|your) (finished|full|complete\w*) (assessment|review|plan)\b/i,
    why: 'a reply is asked for by one date; no other deadline',
  },
  {
    pattern:
      /\bregrett?\w*\b|\bwould not want\b|\b(become|made|make \w+) public\b|\bdraw (your|their) own\b|\bwatching\b|\binterested (in|to see)\b|\bwill be noted\b|\bthink carefully\b|\bin your (own )?interests?\b|\bwould be a (pity|shame)\b|\bwhat (may|might|could|will) (follow|happen)\b|\breputation\b|\bpublicity\b|\bheadlines?\b|\bremains? to be seen\b|\bhold you (to|responsible)\b/i,
    why: 'no threat, open or veiled',
  },
  {
    pattern:
      /\bwelcome (in|at) (our|my|this|the) school\b|\b(not|un)[- ]?welcome\b|\bparticipat\w*|\b(shut|closed?|closing) the (school|gates?|doors?)\b|\bopen the (gates?|doors?)\b|\bstand aside\b|\bsit (it|this) out\b|\b(be|am|are) on leave\b|\bprotest\w*|\bresist\w*|\bwith(hold|draw)\w*|\bopt out\b/i,
    why: 'no hint of refusing',
  },
  {
    pattern:
      /\b(slept|sleepless\w*|sleep badly|not sleep\w*|insomnia|blood pressure|in tears|crying|therap\w+|counsell\w+|antidepress\w+|breaking point|off work|bereav\w*|pregnan\w*|menopaus\w*|anxious|anxiety|depress\w*|suffer\w*)\b|\b(am|are|me|us) (very |so )?stressed\b|\b(my|our) stress\b|\bunder the doctor\b/i,
    why: 'no health detail',
  },
  {
    pattern:
      /(?<!\bas )\bsoon\b|\b(shortly|nowadays|forthcoming|imminent\w*|to date|these days)\b|\babout to\b|\b(is|are) (still )?being (rolled out|introduced|piloted|phased in)\b|\bcomes? into (force|effect)\b|\b(starts?|begins?|due) (in|on|from) (January|February|March|April|May|June|July|August|September|October|November|December)\b|\bthis academic year\b|\bhas just\b|\bjust (begun|started|been)\b|\b(Ofsted|NAHT|government|HSE|Executive) (will|shall|is going to|plans to|intends to|is to)\b/i,
    why: 'goes stale: say the month and the year, in the past tense',
  },
  {
    pattern:
      /\b(pass(ed|es)? or fail(s|ed)?|star rating|marks out of|scored?|scores|ratings?|rated|ranked|ranking|league tables?|(top|bottom|headline) (grade|judgement)|overall effectiveness|one-word|letter grades?)\b|\bsafeguarding\b[^.]*\b(pass\w*|fail\w*|good|poor|weak|(in)?effective)\b|\b(judged|graded|called) (to be )?(good|weak|poor|(in)?effective)\b/i,
    why: 'six areas on a five-point scale; safeguarding is met or not met',
  },
  {
    pattern:
      /\b(ASCL|NEU|NASUWT|UNISON|Unison|GMB|Unite)\b|\b([Oo]ther|[Tt]eaching|[Tt]eachers’|[Ee]ducation|[Hh]eadteachers’|[Bb]oth|[Ss]everal) unions\b/,
    why: 'no other union’s words',
  },
  {
    pattern:
      /\b(this|the) (letter|email|message|correspondence) (is|will (stay|remain)|remains|stays) (strictly )?(private|confidential)\b/i,
    why: 'a school mailbox is the employer’s',
  },
  {
    pattern:
      /\b\d{4} (Act|Regulations)\b|\b(HASAWA|HSWA|HASWA|MHSWR?|HSCER|SRSCR)\b|\bRegs\b|(?<!Safety at )\bWork (Act|Regulations)\b|\bat Work Act\b|\bat Work (Act|Regulations)\b(?! \d{4})|\b(Safety|Stress|Management|Employment) (Act|Regulations)\b/,
    why: 'an Act and regulations have their whole name and year',
  },
  {
    pattern:
      /\b(everyone|everybody|nobody|(all|most|many) (heads?|headteachers|leaders|schools|teachers)) (knows?|agrees?|thinks?|believes?|says?|feels?)\b|\bit is (well known|clear|obvious|beyond doubt|accepted|undeniable)\b|\b(clearly|obviously|undoubtedly|of course)\b|\bprove[ns]?\b/i,
    why: 'a view is given to whoever has it',
  },
  {
    pattern:
      /\b(one|two|three|four|five|seven|eight|nine|ten)\b( \w+)? areas\b|\bone (grade|judgement)\b|\bfor everything\b/i,
    why: 'six areas, each with its own grade',
  },
  {
    pattern: /\b(is out|without (any |further )?delay|urgent(ly)?|at once|straight ?away|long enough)\b/i,
    why: 'a reply is asked for by one date; no other deadline',
  },
  {
    pattern:
      /\b(step in|leave it (there|at that)|local paper|parents (would|will|may|might)|(have|had|has|am|are) (taken|taking|seeking|sought) (legal )?advice|speaks? for itself)\b/i,
    why: 'no threat, open or veiled',
  },
  {
    pattern: /\b(done (nothing|little)|nothing (has been|was|is) done|hard to understand)\b/i,
    why: 'the addressee is not accused',
  },
  {
    pattern:
      /\b(go(ing)? ahead|(meet|receive|see|host) (the|any) inspectors?|nobody (is )?at|stay out|not to come|keep (them|inspectors) out)\b/i,
    why: 'no hint of refusing',
  },
  {
    pattern:
      /\b(hospital\w*|unable to (face|cope)|los(e|es|t|ing) weight|being treated|treatment|consultant)\b/i,
    why: 'no health detail',
  },
  {
    pattern: /\b(by now|first year|(a|one) year since|until recently)\b/i,
    why: 'goes stale: say the month and the year',
  },
  { pattern: /\bfound wanting\b|\bdiscredited\b/i, why: 'nothing was found unlawful' },
];

/** Also forbidden in the first letter, which does not name the regulator. */
const forbiddenAtFirst: readonly Forbidden[] = [
  { pattern: /\bHSE\b|Health and Safety Executive/, why: 'no regulator in the first letter' },
];

export function checkForbidden(text: string, { first = false } = {}): Fault[] {
  const words = ownWords(text);
  return [...forbidden, ...(first ? forbiddenAtFirst : [])].flatMap(({ pattern, why }) => {
    const found = pattern.exec(words);
    return found ? [`“${found[0]}”: ${why}`] : [];
  });
}

/** A letter must not mention a union membership unless the signer chose to. */
export function checkUnionUntold(text: string): Fault[] {
  const found =
    /\bmembers? of (the )?(NAHT|a union|a trade union)\b|\bunion (representative|branch|officer)|\b(my|our) union\b/i.exec(
      ownWords(text),
    );
  return found ? [`“${found[0]}” tells that the writer belongs to a union`] : [];
}
