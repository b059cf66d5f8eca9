import { Field } from '@/components';
import { amountProblem } from './counter/amountText';

export interface AmountFieldProps {
  readonly id: string;
  readonly label?: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What is wrong with it; that it is no amount of yuan, unless given. */
  readonly problem?: string | undefined;
}

/** An amount in yuan as somebody types it, with what is wrong with it. */
export function AmountField(props: AmountFieldProps) {
  const { id, label = '金额（元）', text, onText } = props;
  const problem = 'problem' in props ? props.problem : amountProblem(text);
  return (
    <Field
      id={id}
      label={label}
      keyboard="digit"
      most={12}
      value={text}
      onChange={onText}
      {...(problem ? { error: problem } : {})}
    />
  );
}
