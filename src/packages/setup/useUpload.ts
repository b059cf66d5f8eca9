import { useState } from 'react';
import { useChange } from '@/hooks/useChange';
import { chooseFromChat, upload } from '@/services/files';
import type { ImportView } from '../../../types/contract/setup';

/** Ours, as the check has it: larger files are refused before they are sent. */
const mostBytes = 10 * 1024 * 1024;

/** Takes a spreadsheet from a chat, sends it and asks for its check. */
export function useUpload(communityId: string) {
  const checking = useChange('setup.checkImport');
  const [percent, setPercent] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const choose = async (): Promise<ImportView | undefined> => {
    const file = await chooseFromChat(['xlsx', 'csv']);
    if (!file) return undefined;
    setProblem(undefined);
    if (file.size > mostBytes) {
      setProblem('文件超过 10 MB，请分成几个表再上传。');
      return undefined;
    }
    setPercent(0);
    const uploaded = await upload(`imports/${communityId}`, file, setPercent);
    setPercent(undefined);
    if (!uploaded.ok) {
      setProblem(`文件没有传上去。${uploaded.refusal.sentence}`);
      return undefined;
    }
    return checking.run({ communityId, fileId: uploaded.value, fileName: file.name.slice(-120) });
  };
  return {
    choose,
    isBusy: percent !== undefined || checking.isBusy,
    busyLabel: percent === undefined ? '正在交去检查' : `正在上传 ${percent}%`,
    problem: problem ?? checking.refusal?.sentence,
  };
}
