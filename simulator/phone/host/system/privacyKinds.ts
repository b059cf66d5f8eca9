/** Kinds of personal information as a mini-program's privacy guide names them. [doc: 小程序用户隐私保护指引内容介绍] */
export const privacyKinds = [
  '昵称头像',
  '手机号',
  '位置信息',
  '麦克风',
  '摄像头',
  '选中的照片或视频',
  '相册（仅写入）',
  '发票信息',
  '收货地址',
  '剪切板',
  '蓝牙',
  '选中的文件',
] as const;

export type PrivacyKind = (typeof privacyKinds)[number];
