import type { Examples } from '../gallery/example.ts'
import { FileUpload } from './file-upload.tsx'

export const fileUploadExamples: Examples = (say) => [
  {
    title: 'File upload',
    view: (
      <FileUpload
        name="file"
        label={say('Weekly chart', 'القائمة الأسبوعية')}
        hint={say('CSV, TSV or XLSX, up to 200 MB', 'ملف CSV أو TSV أو XLSX، حتى 200 ميغابايت')}
        accept=".csv,.tsv,.xlsx"
        progressText={say('Sent so far', 'ما أُرسل حتى الآن')}
      />
    ),
  },
]
