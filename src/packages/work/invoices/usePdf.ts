import { useState } from 'react';
import { chooseFromChat, upload } from '@/services/files';

/** Ours: an invoice's PDF is some hundred kilobytes. */
const mostBytes = 5 * 1024 * 1024;

/** Takes an invoice's PDF from a chat and uploads it where only this community's invoices lie. */
export function usePdf(communityId: string) {
  const [file, setFile] = useState<{ readonly name: string; readonly fileId: string }>();
  const [percent, setPercent] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const choose = async () => {
    const chosen = await chooseFromChat(['pdf']);
    if (!chosen) return;
    setProblem(undefined);
    if (chosen.size > mostBytes) return setProblem('文件超过 5 MB，请换成税务平台下载的版式文件。');
    setPercent(0);
    const uploaded = await upload(`invoices/${communityId}`, chosen, setPercent);
    setPercent(undefined);
    if (!uploaded.ok) return setProblem(`文件没有传上去。${uploaded.refusal.sentence}`);
    setFile({ name: chosen.name, fileId: uploaded.value });
  };
  return { choose, file, problem, isBusy: percent !== undefined, busyLabel: `正在上传 ${percent ?? 0}%` };
}
