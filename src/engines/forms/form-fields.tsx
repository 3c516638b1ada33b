import type { Fault } from '../../kernel/fault.ts'
import type { SubmittedForm } from '../../platform/http/submitted-form.ts'
import { ErrorSummary } from '../../ui/error-summary/error-summary.tsx'
import type { Field } from './field.ts'
import { controlId, FieldInput } from './field-input.tsx'
import { type FormContext, faultText } from './form-context.ts'

/** What was not accepted, at the top of the page, each sentence linked to its control; nothing when all was. */
export const FormFaults = ({
  faults,
  context,
}: {
  readonly faults: readonly Fault[]
  readonly context: FormContext
}) =>
  faults.length === 0 ? null : (
    <ErrorSummary
      title={context.t('summary.title')}
      errors={faults.map((fault) => ({
        text: faultText(context, fault),
        ...(fault.field === undefined ? {} : { href: `#${controlId(fault.field)}` }),
      }))}
    />
  )

/** The controls of several fields, in the order they are declared. */
export const FormFields = (props: {
  readonly fields: readonly Field[]
  readonly form: SubmittedForm
  readonly faults: readonly Fault[]
  readonly context: FormContext
}) => (
  <>
    {props.fields.map((field) => (
      <FieldInput
        field={field}
        form={props.form}
        faults={props.faults}
        context={props.context}
        marksOptional={props.fields.some(({ required }) => required)}
      />
    ))}
  </>
)
