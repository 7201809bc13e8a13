import { Bar, Waiting } from "../../ui/Waits";

/** The layout of the list before its rows. */
export function OrdersSkeleton() {
  return (
    <Waiting>
      <div className="rw head o-cols with-ck" />
      {Array.from({ length: 16 }, (_, i) => (
        <div key={i} className="rw o-cols with-ck" aria-hidden="true">
          <span className="c-ck"><span className="sk" style={{ width: 14, height: 14 }} /></span>
          <span className="c-no"><Bar w={52} /></span><span className="c-who"><Bar w={`${60 + ((i * 17) % 35)}%`} /></span><span className="c-store"><Bar w="70%" /></span>
          <span className="c-st"><Bar w={`${30 + ((i * 11) % 25)}%`} /></span><span className="c-n" /><span className="c-tot"><Bar w="100%" /></span><span className="c-age"><Bar w="100%" /></span>
        </div>
      ))}
    </Waiting>
  );
}
