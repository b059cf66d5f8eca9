import { h, openLayer, pageHead } from './layer';
import type { Answers, Permissions, Scope } from './permissions';
import type { PhoneSystem } from './phoneSystem';
import { oneOf } from './prompts';
import type { Subscriptions } from './subscribeSheet';

/** The mini-program's settings: what was asked for before, each with a switch. From outside: `'close'`. */
export function openSettingsPage(system: PhoneSystem, subscriptions?: Subscriptions): Promise<'close'> {
  return system.prompts.ask<'close'>({
    kind: 'openSetting',
    details: { authSetting: system.permissions.all() },
    read: oneOf('openSetting', 'close'),
    draw: (choose) =>
      openLayer(
        'page',
        '设置',
        pageHead('设置', () => choose('close')),
        h('div', 'system-group', ...rows(system.permissions)),
        subscriptions ? subscriptionGroup(subscriptions) : undefined,
      ),
  });
}

function rows(permissions: Permissions): HTMLElement[] {
  const answers = Object.entries(permissions.all()) as [Scope, Answers[Scope]][];
  if (answers.length === 0) return [h('div', 'system-row', h('span', '', '没有申请过任何权限'))];
  return answers.map(([scope, allowed]) => {
    const toggle = h('input', 'system-switch');
    toggle.type = 'checkbox';
    toggle.checked = allowed === true;
    toggle.dataset.scope = scope;
    toggle.addEventListener('change', () => permissions.set(scope, toggle.checked));
    return h('label', 'system-row', h('span', '', permissions.nameOf(scope)), toggle);
  });
}

/** Kept choices are shown as they are: the cloud keeps them, its control interface changes them. */
function subscriptionGroup({ mainSwitch, itemSettings }: Subscriptions): HTMLElement {
  const words = { accept: '接收', reject: '不接收', ban: '已被禁用' };
  return h(
    'div',
    'system-group',
    h('div', 'system-row', h('span', '', '接收订阅消息'), h('b', '', mainSwitch ? '开' : '关')),
    ...Object.entries(itemSettings).map(([id, choice]) =>
      h('div', 'system-row', h('span', '', id), h('b', '', words[choice])),
    ),
  );
}
