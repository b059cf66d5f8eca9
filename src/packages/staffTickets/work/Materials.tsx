import { View } from '@tarojs/components';
import { Amount, Button, Card, Icon, Refusal } from '@/components';
import { useChange } from '@/hooks/useChange';
import { formatYuan } from '../../../../types/yuan';
import type { WorkProps } from './workProps';
import { materialsSum } from './workWords';

/** 用料: what was built in, what it costs, whether the old part was handed in. */
export function Materials({ ticket, onChanged, onAdd }: WorkProps & { readonly onAdd: () => void }) {
  const { ticketId, materials, can } = ticket;
  const { run, isBusy, refusal } = useChange('ticketWork.setMaterials');
  const maySet = can.includes('ticketWork.setMaterials');
  if (!maySet && materials.length === 0) return null;
  const remove = async (at: number) => {
    const rest = materials.filter((_, index) => index !== at);
    const changed = await run({ ticketId, materials: rest });
    if (changed) onChanged(changed);
  };
  return (
    <Card>
      <View className="part">
        <View className="part__title type-heading">用料</View>
        <View className="type-second tabular">
          {materials.length === 0 ? '没有用料' : `合计 ${formatYuan(materialsSum(materials))}`}
        </View>
      </View>
      {refusal && <Refusal title="没有改成" sentence={refusal.sentence} />}
      {materials.map(({ name, quantity, price, isOldReturned }, index) => (
        <View key={`${name} ${price} ${quantity} ${isOldReturned}`} className="check">
          <View className="check__item">
            <View>{name}</View>
            <View className="type-second">{isOldReturned ? '旧件已交回' : '没有旧件'}</View>
          </View>
          <View className="type-second tabular">{`×${quantity}`}</View>
          <Amount fen={price} />
          {maySet && (
            <View
              className="check__remove"
              hoverClass="pressed"
              ariaRole="button"
              ariaLabel={`删除${name}`}
              onClick={isBusy ? undefined : () => void remove(index)}
            >
              <Icon name="trash" />
            </View>
          )}
        </View>
      ))}
      {maySet && <Button kind="quiet" icon="plus" label="加一件" onTap={onAdd} />}
    </Card>
  );
}
