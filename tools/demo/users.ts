/** Who uses WeChat in the demo. The first three have their phones on the control page. */
export const demoUsers = [
  { openid: 'oDemoWangLi0000000000000001-', name: '王女士', nickname: '晓丽', phone: '13857120001' },
  { openid: 'oDemoZhangJianguo00000000002', name: '张建国', nickname: '建国师傅', phone: '13857120002' },
  { openid: 'oDemoLiuQiang00000000000003-', name: '刘强', nickname: '东门老刘', phone: '13857120003' },
  { openid: 'oDemoChenXiaowen0000000004--', name: '陈晓雯', nickname: '小陈', phone: '13857120004' },
  { openid: 'oDemoZhouMin0000000000000005', name: '周敏', nickname: '敏敏', phone: '13857120005' },
] as const;

/** How many phones stand there at first. */
export const firstPhones = 3;
