import type { ReactNode } from 'react';
import { GATE_RULES, type Gate, isOpen } from '#domain/review/gates';

/** The gates of a claim: each with what is so, or what is to be done, and the reason it is passed with. */
export function GateList({
  gates,
  label,
  isShort = false,
  below = () => null,
}: {
  gates: readonly Gate[];
  label: string;
  /** Names each check by what is left of it, and not by its rule. */
  isShort?: boolean;
  /** What stands under a gate: where a reason can be given or taken back. */
  below?: (gate: Gate) => ReactNode;
}) {
  return (
    <ul className="gates" aria-label={label}>
      {gates.map((gate) => (
        <li
          key={gate.id}
          className="gate"
          data-gate={gate.id}
          data-open={isOpen(gate)}
          data-ahead={gate.state === 'pending'}
          data-fault={gate.isFault && gate.waiver === null}
        >
          <p className="gate-title">
            <GateMark gate={gate} />
            <span>{isShort && gate.left ? upperFirst(gate.left) : GATE_RULES[gate.id].title}</span>
          </p>
          <p className="gate-message">{gate.message}</p>
          {gate.waiver && (
            <p className="gate-waiver">
              Passed with a reason, by {gate.waiver.by}: {gate.waiver.reason}
            </p>
          )}
          {below(gate)}
        </li>
      ))}
    </ul>
  );
}

const upperFirst = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const MARKS = {
  pending: ['○', 'Not yet'],
  passed: ['✓', 'Passed'],
  shut: ['○', 'To do'],
} as const satisfies Record<Gate['state'], readonly [sign: string, word: string]>;

const FAULT = ['✗', 'Not passed'] as const;
const WAIVED = ['~', 'With a reason'] as const;

function GateMark({ gate }: { gate: Gate }) {
  const [sign, word] = gate.waiver ? WAIVED : gate.isFault ? FAULT : MARKS[gate.state];
  return (
    <span className="gate-mark">
      <span aria-hidden="true">{sign}</span>
      <span className="visually-hidden">{word}: </span>
    </span>
  );
}
