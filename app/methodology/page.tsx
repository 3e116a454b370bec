import type { Metadata } from 'next';
import { findSignedIn } from '#accounts/signed-in';
import { listRatings } from '#data/review/ratings';
import { DEFAULT_COMPARISON_POLICY } from '#domain/comparison/compare';
import { ruleInWords } from '#domain/comparison/rule-text';
import { ONE, parseDecimal } from '#domain/numbers/decimal';
import { percentInWords } from '#domain/numbers/number-text';
import type { GateStage } from '#domain/review/gate';
import { GATE_IDS, GATE_RULES } from '#domain/review/gates';
import './methodology.css';

export const metadata: Metadata = { title: 'How claims are checked' };

const STAGES: readonly (readonly [stage: GateStage, title: string, text: string])[] = [
  [
    'submit',
    'Checks before submitting',
    'A checker submits a verdict only if the claim passes these checks.',
  ],
  [
    'approve',
    'Checks before approving',
    'An editor approves a verdict only if the claim passes these checks.',
  ],
  [
    'publish',
    'Checks before publishing',
    'An editor publishes a verdict only if the claim passes this check.',
  ],
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
        Each claim is one statement that can be checked. The desk takes the claim from the words of
        an article, compares it with sources, and answers it with one of the ratings below. A record
        keeps every change, and shows whether anybody changed the record itself.
      </p>
      {STAGES.map(([stage, title, text]) => (
        <section key={stage} aria-labelledby={`${stage}-title`}>
          <h2 id={`${stage}-title`}>{title}</h2>
          <p className="soft">{text}</p>
          <dl>
            {GATE_IDS.filter((id) => GATE_RULES[id].stage === stage).map((id) => (
              <div key={id}>
                <dt>{GATE_RULES[id].title}</dt>
                <dd>
                  {GATE_RULES[id].rule}
                  {GATE_RULES[id].waiver && (
                    <span className="soft">
                      {' '}
                      A reviewer may pass this check with a reason. Printed with the verdict:{' '}
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
          The desk compares a figure of the claim with a figure of the source exactly, in the units
          of both. {ruleInWords(POLICY)} “About” allows {share(POLICY.aboutShare)} more or less,
          “nearly” up to {share(POLICY.nearlyShare)} less, and “just over” up to{' '}
          {share(POLICY.justOverShare)} more. “Dozens” means {DOZENS?.join(' to ')}, and “hundreds”
          means 200 to 999. A difference in per cent is a share of the source’s figure. Killed,
          injured and casualties are three different measures. The desk shows several sources side
          by side and never averages them. A comparison suggests a rating, but a person decides. If
          the person chooses another rating, the person gives a reason.
        </p>
      </section>
      <section aria-labelledby="corrections-title">
        <h2 id="corrections-title">Corrections</h2>
        <p>
          A verdict never changes. A new version replaces an old version, and says what changed. If
          the old version was published, a public note says what was wrong, and both versions stay
          visible. The desk can withdraw a published verdict with a public reason.
        </p>
      </section>
      {person === null && (
        <p className="soft">Everybody can read this page. The desk itself needs an account.</p>
      )}
    </main>
  );
}
