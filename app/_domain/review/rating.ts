/** The four answers of AVeriTeC, which every rating maps to. @see Schlichtkrull et al. 2023, AVeriTeC. */
export const AVERITEC_LABELS = [
  'Supported',
  'Refuted',
  'Not Enough Evidence',
  'Conflicting Evidence/Cherrypicking',
] as const;

export type Rating = {
  readonly key: string;
  readonly label: string;
  readonly definition: string;
  /** 1 (false) to 5 (true); null for a rating that is not a point on the line. */
  readonly value: number | null;
  readonly averitecLabel: (typeof AVERITEC_LABELS)[number];
  readonly order: number;
  readonly retired: boolean;
};

/** The scale that a new desk starts with; the desk may edit it. */
export const FIRST_SCALE: readonly Rating[] = [
  rating(
    'true',
    'True',
    5,
    'Supported',
    'The evidence supports the claim, and nothing that matters is left out.',
  ),
  rating(
    'mostlyTrue',
    'Mostly true',
    4,
    'Supported',
    'The claim is right in what matters; a detail needs correcting or adding.',
  ),
  rating(
    'halfTrue',
    'Half true',
    3,
    'Conflicting Evidence/Cherrypicking',
    'Part of the claim holds and part does not, or it leaves out what would change the picture.',
  ),
  rating(
    'mostlyFalse',
    'Mostly false',
    2,
    'Refuted',
    'The claim starts from something true but gives a wrong impression of it.',
  ),
  rating('false', 'False', 1, 'Refuted', 'The evidence contradicts the claim.'),
  rating(
    'unproven',
    'Unproven',
    null,
    'Not Enough Evidence',
    'The evidence found neither supports nor contradicts the claim well enough to say.',
  ),
  rating(
    'outdated',
    'Outdated',
    null,
    'Conflicting Evidence/Cherrypicking',
    'The claim was right once; newer evidence has overtaken it.',
  ),
].map((each, order) => ({ ...each, order }));

function rating(
  key: string,
  label: string,
  value: number | null,
  averitecLabel: Rating['averitecLabel'],
  definition: string,
): Rating {
  return { key, label, value, averitecLabel, definition, order: 0, retired: false };
}
