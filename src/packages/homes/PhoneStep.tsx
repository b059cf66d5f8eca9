import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Refusal } from '../../components';

export interface PhoneStepProps {
  readonly label: string;
  readonly isBusy: boolean;
  readonly busyLabel: string;
  readonly isDisabled: boolean;
  readonly onCode: (code: string) => void;
}

/** WeChat's phone number by a tap. Who declines is told the other way; nothing else is lost. */
export function PhoneStep({ label, isBusy, busyLabel, isDisabled, onCode }: PhoneStepProps) {
  const [isDeclined, setDeclined] = useState(false);
  return (
    <>
      {isDeclined && (
        <Refusal
          title="没有取到手机号"
          sentence="没有手机号就对不上登记。不方便提供，可以带身份证到物业服务中心办理。"
        />
      )}
      <Button
        label={label}
        opens="getPhoneNumber"
        isBusy={isBusy}
        busyLabel={busyLabel}
        isDisabled={isDisabled}
        onPhoneCode={(code) => {
          setDeclined(code === undefined);
          if (code !== undefined) onCode(code);
        }}
      />
      <View className="page__note">手机号只用来和物业登记核对</View>
    </>
  );
}
