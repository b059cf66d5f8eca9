import { merchantUrl, type SentRequest, storageUrl } from './transport';

/** What a request asks for, read for the director's own use; the simulator reads the bytes itself. */
export interface Asked {
  readonly action: string;
  readonly collection?: string;
  readonly transactionId?: string;
  /** To be read by people. */
  readonly label: string;
  /** What the request says, without what differs from run to run (nonces, boundaries). */
  readonly text: string;
}

/** Reads JSON requests whole, and of multipart ones the action and the name of the interface. */
export function readAsked({ url, method, headers, body }: SentRequest): Asked {
  const text = body.toString('utf8');
  if (url.startsWith(merchantUrl)) {
    const action = `${method} ${url.slice(merchantUrl.length)}`;
    return { action, label: action, text: `${action} ${text}` };
  }
  if (url.startsWith(storageUrl)) {
    const [path = ''] = url.slice(storageUrl.length).split('?');
    const label = `storage ${method} ${path}`;
    return { action: 'storage', label, text: `${label} ${text}` };
  }
  if (String(headers['content-type']).startsWith('multipart/form-data')) {
    const action = partOf(text, 'action');
    const label = `${action} ${partOf(text, 'apiName')}`;
    return { action, label, text: label };
  }
  const { action, collectionName, query, transactionId, data } = JSON.parse(text) as Record<string, string>;
  const label = [
    action,
    collectionName,
    transactionId ? 'in transaction' : '',
    query?.slice(0, 120) ?? String(data ?? '').slice(0, 80),
  ];
  return {
    action: String(action),
    ...(collectionName ? { collection: collectionName } : {}),
    ...(transactionId ? { transactionId } : {}),
    label: label.filter(Boolean).join(' '),
    text,
  };
}

function partOf(text: string, name: string): string {
  return new RegExp(`name="${name}"\\r\\n(?:[^\\r\\n]+\\r\\n)*\\r\\n([^\\r\\n]*)`).exec(text)?.[1] ?? '';
}

/** What the SDK says where the cloud's files did not answer, and what the product says that waits no longer. */
export function isFileUnanswered(message: string): boolean {
  return /^(getTempFileURL|downloadFile|uploadFile|deleteFile|copyFile):fail|^the storage has not answered/.test(
    message,
  );
}
