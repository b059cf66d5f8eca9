/** The pieces pages are made of (docs/screens.md). Their styles are in app.css, so that every package has them once. */
export { Amount } from './Amount/Amount';
export { AnswerBanner, Answered } from './Answered/Answered';
export { Button } from './Button/Button';
export { Card } from './Card/Card';
export { Chip, type Tone } from './Chip/Chip';
export { Choice } from './Choice/Choice';
export { Drawing } from './EmptyState/Drawing';
export { EmptyState } from './EmptyState/EmptyState';
export { type Fact, Facts } from './Facts/Facts';
export { Field } from './Field/Field';
export { Icon } from './Icon/Icon';
export { OfflineBanner } from './OfflineBanner/OfflineBanner';
export { Page } from './Page/Page';
export { Refusal } from './Refusal/Refusal';
export { Row } from './Row/Row';
export { Sheet } from './Sheet/Sheet';
export { Skeleton } from './Skeleton/Skeleton';
export { Timeline, type TimelineStep } from './Timeline/Timeline';
