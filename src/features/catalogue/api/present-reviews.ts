/** Reviews as the API and the open data send them. Pure; field by field, so that nothing goes out that was not promised. */
import { perDimension } from '#features/reviews/showing/counts.ts';
import { CLASSINGS } from '#features/reviews/showing/attendance.ts';
import type { ShownFigures, ShownReview } from '#features/reviews/showing/queries.ts';
import { askedOf, type Round } from '#features/reviews/showing/rounds.ts';
import type { ScoreDocument } from '#features/reviews/showing/score.ts';
import type { SaidOfReviews } from '#features/reviews/showing/view.ts';
import type { ApiAsked, ApiReview, ApiReviewFigures, ApiSaidOfReviews } from './schemas-reviews.ts';

type Figures = Omit<ApiReviewFigures, 'standing' | 'years' | 'programmes' | 'byAttendance'>;

function presentDocument({ reviewers, totalsOnly, since, quarter, method, dimensions }: ScoreDocument): Figures {
  const each = (name: keyof typeof dimensions) => {
    const found = dimensions[name];
    return found && { answers: found.answers, bars: [...found.bars], state: found.state, score: found.score, lower: found.lower, upper: found.upper, effectiveN: found.effectiveN };
  };
  return {
    reviewers, totalsOnly, since, quarter, method,
    dimensions: { fit: each('fit'), heard: each('heard'), able: each('able'), contacts: each('contacts'), closer: each('closer'), again: each('again') },
  };
}

export function presentFigures({ total, programmes, chosen, others }: ShownFigures): ApiReviewFigures {
  return {
    ...presentDocument(total),
    standing: total.standing,
    years: total.years.map(({ year, reviewers, bars }) => ({ year, reviewers, bars: perDimension((each) => (bars[each] ? [...bars[each]] : null)) })),
    programmes: [...programmes].map(([programme, document]) => ({ programme, ...presentDocument(document) })),
    byAttendance: chosen && others && { answers: CLASSINGS[chosen.classing].map((values) => [...values]), chosen: [...chosen.counts], others: [...others.counts] },
  };
}

export function presentReview({ id, quarter, programme, proof, ratings, text, redacted, language, reply }: ShownReview): ApiReview {
  const { fit, heard, able, contacts, closer, again } = ratings;
  return { id, quarter, programme, proof, ratings: { fit, heard, able, contacts, closer, again }, text, redacted, language: text === null ? null : language, reply };
}

export function presentAsked(rounds: readonly Round[]): ApiAsked | null {
  const asked = askedOf(rounds);
  return asked.over ? { stays: asked.stays, invited: asked.invited, answered: asked.band } : null;
}

export function presentSaid({ reviewers, again }: SaidOfReviews): ApiSaidOfReviews {
  return { reviewers, again: again && { state: again.state, score: again.score, lower: again.lower, upper: again.upper } };
}
