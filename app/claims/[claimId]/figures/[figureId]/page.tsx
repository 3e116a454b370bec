import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { v7 as uuidv7 } from 'uuid';
import { permitted } from '#accounts/permitted';
import { findEngineReading } from '#data/claims/figures';
import { findEvidence } from '#data/evidence/evidence';
import { findEvidenceFigure } from '#data/evidence/evidence-figures';
import { isEditable, isUnderWork } from '#domain/claims/claim';
import { toUnitFields } from '#domain/figures/edit';
import { figureInWords } from '#domain/figures/figure-text';
import { readOneFigure } from '#engine/figures/read-figures';
import { toId } from '#http/query';
import { ClaimHeading } from '../../claim-heading';
import { findClaimOf } from '../../claim-of';
import { NotUnderWorkMessage } from '../../not-under-work';
import { saveEvidenceFigure, saveFigure } from './actions';
import { FigureForm } from './figure-form';
import '../../claim.css';

export const metadata: Metadata = { title: 'Figure' };

/** A figure of a claim, or with `evidence` in the address a new one of that evidence. */
export default async function FigurePage({
  params,
  searchParams,
}: PageProps<'/claims/[claimId]/figures/[figureId]'>) {
  await permitted('figure.edit');
  const { claimId, figureId } = await params;
  const claim = await findClaimOf(claimId);
  if (!claim) notFound();
  const isNew = figureId === 'new';
  const id = toId(figureId);
  const asked = isNew ? toId(String((await searchParams).evidence ?? '')) : null;
  const own = claim.quantities.find((each) => each.id === id);
  const found = !own && id ? await findEvidenceFigure(claim.id, id) : null;
  const evidence = found || asked ? await findEvidence(found?.evidenceId ?? asked ?? '') : null;
  const figure = own ?? found?.figure;
  if ((!isNew && !figure) || ((asked || found) && evidence?.claimId !== claim.id)) notFound();
  const before = figure?.corrected ? await findEngineReading(figure.id) : null;
  return (
    <main id="main" className="narrow">
      <ClaimHeading claim={claim} title={isNew ? 'Add a figure' : 'Edit figure'} />
      {evidence && (
        <p className="notice">
          Figure in the evidence “{evidence.quote}” from {evidence.source.title}
        </p>
      )}
      {(evidence ? isUnderWork : isEditable)(claim.status) ? (
        <FigureForm
          isNew={isNew}
          stored={figure ?? null}
          read={figure ? readOneFigure(figure.surface) : null}
          before={
            before && `“${before.surface}” as ${figureInWords({ ...before, unitName: null })}`
          }
          isOfEvidence={evidence !== null}
          action={
            evidence
              ? saveEvidenceFigure.bind(null, evidence.id, figure?.id ?? uuidv7())
              : saveFigure.bind(null, claim.id, figure?.id ?? uuidv7())
          }
          values={{
            revision: String(claim.revision),
            ...(figure && {
              surface: figure.surface,
              qualifier: figure.qualifier,
              value: figure.value ?? '',
              low: figure.low ?? '',
              high: figure.high ?? '',
              ...toUnitFields(figure.unit),
              measure: figure.measure ?? '',
              statistic: figure.statistic ?? '',
              asOf: figure.asOf ?? '',
              cumulative: figure.cumulative === null ? '' : figure.cumulative ? 'yes' : 'no',
              ...(figure.leading && { leading: 'yes' }),
            }),
          }}
        />
      ) : (
        <NotUnderWorkMessage claim={claim} />
      )}
    </main>
  );
}
