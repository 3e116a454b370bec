import type { Metadata } from 'next';
import { findSignedIn } from '#accounts/signed-in';
import { listRatings } from '#data/review/ratings';
import { DEFAULT_COMPARISON_POLICY } from '#domain/comparison/compare';
import { ONE, parseDecimal } from '#domain/numbers/decimal';
import { percentInWords } from '#domain/numbers/number-text';
import { GATE_IDS, GATE_RULES, type GateStage } from '#domain/review/gates';
import './methodology.css';

export const metadata: Metadata = { title: 'How claims are checked' };

const STAGES: readonly (readonly [stage: GateStage, title: string, text: string])[] = [
  [
    'submit',
    'Before a verdict is submitted',
    'Whoever gives a verdict puts it before an editor only when',
  ],
  ['approve', 'Before it is approved', 'An editor approves it only when'],
  ['publish', 'Before it is published', 'It goes out to readers only when'],
];

const POLICY = DEFAULT_COMPARISON_POLICY;
const DOZENS = POLICY.orders['12'];
const share = (text: string) => percentInWords(parseDecimal(text) ?? ONE);

/** How the desk works, for anybody: printed from the gates and the scale that it works by. */
export default async function MethodologyPage() {
  const [ratings, person] = await Promise.all([listRatings(), findSignedIn()]);
  return (
    <main id="main" className="narrow methodology">
      <h1>How claims are checked</h1>
      <p className="lede">
        Each claim is one statement that can be checked. It is taken from the words of an article,
        held against sources, and answered with one of the ratings below. Every change is kept in a
        record that nobody can rewrite unseen.
      </p>
      {STAGES.map(([stage, title, text]) => (
        <section key={stage} aria-labelledby={`${stage}-title`}>
          <h2 id={`${stage}-title`}>{title}</h2>
          <p className="soft">{text} each of these is so.</p>
          <dl>
            {GATE_IDS.filter((id) => GATE_RULES[id].stage === stage).map((id) => (
              <div key={id}>
                <dt>{GATE_RULES[id].title}</dt>
                <dd>
                  {GATE_RULES[id].rule}
                  {GATE_RULES[id].waiver && (
                    <span className="soft">
                      {' '}
                      It may be passed without, with a reason that is kept and printed:{' '}
                      {GATE_RULES[id].waiver?.replace(/^./, (first) => first.toLowerCase())}.
                    </span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <section aria-labelledby="ratings-title">
        <h2 id="ratings-title">The ratings</h2>
        <dl>
          {ratings.map(({ key, label, value, definition, averitecLabel }) => (
            <div key={key}>
              <dt>
                {label}
                {value !== null && <span className="soft num"> {value} of 5</span>}
              </dt>
              <dd>
                {definition} <span className="soft">AVeriTeC: {averitecLabel}.</span>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="figures-title">
        <h2 id="figures-title">How figures are compared</h2>
        <p>
          A figure is held against the figure of a source exactly, in the units that both wrote. A
          figure without a hedge is meant as written, to its last digit. “About” allows{' '}
          {share(POLICY.aboutShare)} either way, “nearly” up to {share(POLICY.nearlyShare)} less,
          “just over” up to {share(POLICY.justOverShare)} more; “dozens” are {DOZENS?.join(' to ')},
          “hundreds” 200 to 999. The difference in per cent is of the source’s figure. Killed,
          injured and casualties are three measures. Several sources stand side by side and are
          never averaged. A comparison suggests a rating; a person decides, and says why where it is
          another.
        </p>
      </section>
      <section aria-labelledby="corrections-title">
        <h2 id="corrections-title">Corrections</h2>
        <p>
          A verdict is never changed. When it has to be replaced, a new version names the one before
          and says what changed; when the old one was published, a public note says what was wrong
          with it, and both stay to be seen. A published verdict can be withdrawn, with a public
          reason.
        </p>
      </section>
      {person === null && <p className="soft">This page needs no account; the desk itself does.</p>}
    </main>
  );
}
