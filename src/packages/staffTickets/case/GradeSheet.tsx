import { useState } from 'react';
import { Choice, Field } from '@/components';
import { useChange } from '@/hooks/useChange';
import { gradeNames } from '@/words/tickets';
import { type ComplaintGrade, complaintGrades } from '../../../../types/ticket';
import { ActSheet } from '../ActSheet';
import type { CaseSheetProps } from './caseSheet';

const options = complaintGrades.map((value) => ({ value, name: gradeNames[value] }));

/** How grave a complaint is: its answer's deadline follows (B10). */
export function GradeSheet(props: CaseSheetProps & { readonly grade: ComplaintGrade }) {
  const { ticketId, onClose, onChanged } = props;
  const [grade, choose] = useState(props.grade);
  const [reason, setReason] = useState('');
  const { run, isBusy, refusal } = useChange('tickets.grade');
  const send = async () => {
    const changed = await run({ ticketId, grade, reason: reason.trim() });
    if (changed) onChanged(changed);
  };
  return (
    <ActSheet
      {...{ title: '投诉定级', button: '定级', isReady: reason.trim() !== '', isBusy, refusal, onClose }}
      onSend={() => void send()}
    >
      <Choice label="级别" options={options} value={grade} onChange={choose} />
      <Field id="grade-reason" label="为什么" value={reason} isLong most={200} onChange={setReason} />
    </ActSheet>
  );
}
