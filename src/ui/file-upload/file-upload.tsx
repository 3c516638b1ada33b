import { classNames } from '../content.ts'
import { describedByOf, Field, type FieldProps, isShown } from '../form-group/form-group.tsx'

export interface FileUploadProps extends FieldProps {
  /** Suffixes and media types offered by the file chooser; what arrives is judged by its content all the same. */
  readonly accept?: string | undefined
  readonly multiple?: boolean | undefined
  /** The translated text beside the bar that shows how far an upload has come; without it there is no bar. */
  readonly progressText?: string | undefined
}

/** A file to send. Its form must be `method="post" enctype="multipart/form-data"`. */
export const FileUpload = (props: FileUploadProps) => {
  const id = props.id ?? props.name
  return (
    <Field {...props}>
      <input
        class={classNames('govuk-file-upload', props.classes, isShown(props.error) && 'govuk-file-upload--error')}
        id={id}
        name={props.name}
        type="file"
        accept={props.accept}
        disabled={props.disabled}
        multiple={props.multiple}
        aria-describedby={describedByOf(id, props)}
        {...props.attributes}
      />
      {props.progressText ? (
        <p class="govuk-hint" hidden>
          <label for={`${id}-progress`}>{props.progressText}</label>{' '}
          <progress id={`${id}-progress`} class="or-progress__bar" data-upload value="0" max="100" />
        </p>
      ) : null}
    </Field>
  )
}
