import { useId, type InputHTMLAttributes, type ReactNode, type Ref, type SelectHTMLAttributes } from "react";

interface Common { label: ReactNode; hint?: ReactNode; error?: string | undefined }

/** A labelled input with its sentence below: the error when there is one, else the hint. */
export function Field({ label, hint, error, ref, ...input }: Common & InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }) {
  const id = useId();
  const says = error ?? hint;
  return (
    <div className="fld">
      <label htmlFor={id}>{label}</label>
      <input id={id} ref={ref} className="inp l" aria-invalid={error ? true : undefined} aria-describedby={says ? `${id}-says` : undefined} {...input} />
      {says ? <p id={`${id}-says`} className={error ? "wrong" : "hint"} role={error ? "alert" : undefined}>{says}</p> : null}
    </div>
  );
}

export function SelectField({ label, hint, error, ref, children, ...select }: Common & SelectHTMLAttributes<HTMLSelectElement> & { ref?: Ref<HTMLSelectElement> }) {
  const id = useId();
  const says = error ?? hint;
  return (
    <div className="fld">
      <label htmlFor={id}>{label}</label>
      <select id={id} ref={ref} className="inp l" aria-invalid={error ? true : undefined} aria-describedby={says ? `${id}-says` : undefined} {...select}>{children}</select>
      {says ? <p id={`${id}-says`} className={error ? "wrong" : "hint"} role={error ? "alert" : undefined}>{says}</p> : null}
    </div>
  );
}
