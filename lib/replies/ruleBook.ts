import { PhraseBook, wordsOf } from './phrases';
import { listPhrases, type ReplyRules } from './rules';
import { correctSlips } from './slips';

const files = import.meta.glob<ReplyRules>('../../templates/replies.yaml', {
  eager: true,
  import: 'default',
});

function load() {
  const [rules] = Object.values(files);
  if (!rules) throw new Error('templates/replies.yaml is missing');
  const { meanings, notices, ourLetters } = listPhrases(rules);
  const phrases = [...meanings.map(([phrase]) => phrase), ...notices, ...ourLetters];
  return {
    meanings: new PhraseBook(meanings),
    notices: new PhraseBook(notices.map((phrase) => [phrase, true] as const)),
    ourLetters: new PhraseBook(ourLetters.map((phrase) => [phrase, true] as const)),
    abbreviations: new Map(Object.entries(rules.abbreviations)),
    correct: correctSlips(new Set(phrases.flatMap((phrase) => [...wordsOf(phrase)]))),
  };
}

/** The rules, ready to be looked up. Made when this file is first loaded, which is when somebody asks for help. */
export const replyRules = load();
