/** Interfaces that send something over the network; what else refuses is no failed request. */
const networkCall = /^(?:request|downloadFile|uploadFile|(?:cloud|collection|document)\..+)$/;

const failed: string[] = [];

/** A call of `wx` was refused; counts when it goes over the network. `message` begins with the name, as WeChat's `errMsg`. */
export function noteRefusal(name: string, message: string): void {
  if (networkCall.test(name)) failed.push(message);
}

/** A server outside answered with a status that says it failed; to the mini-program the call succeeds. [doc: wx.request] */
export function noteStatus(status: number, url: string): void {
  if (status >= 400) failed.push(`${status} ${url}`);
}

/** What failed since the phone was switched on, oldest first. */
export function failedCalls(): readonly string[] {
  return failed;
}
