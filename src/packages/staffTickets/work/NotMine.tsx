import { Button, EmptyState } from '@/components';
import { goBack } from '@/services/routes';

/** It was in my hands, or an old message led here: somebody else has it now, and nothing is left to do (B2). */
export function NotMine() {
  return (
    <EmptyState
      drawing="letterbox"
      title="这张工单不在您手上"
      line="已经派给别的同事，您不用再去。手上的工单请看“我的工单”。"
    >
      <Button kind="outline" label="返回" onTap={goBack} />
    </EmptyState>
  );
}
