import type { Examples } from '../gallery/example.ts'
import { MoneyInput } from './money-input.tsx'

export const moneyInputExamples: Examples = (say) => [
  {
    title: 'Money input',
    view: (
      <MoneyInput
        name="budget"
        label={say('Yearly budget', 'الميزانية السنوية')}
        labelSize="m"
        amountLabel={say('Amount', 'المبلغ')}
        currencyLabel={say('Currency', 'العملة')}
        amount="1,250,000"
        currency="TND"
        currencies={[
          { value: 'EUR', text: say('Euro', 'يورو') },
          { value: 'TND', text: say('Tunisian dinar', 'دينار تونسي') },
        ]}
      />
    ),
  },
]
