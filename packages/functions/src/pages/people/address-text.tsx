/** An address breaks after its signs where the place is narrow, never with a hyphen. */
export function AddressText({ address }: { address: string }) {
  return (
    <>
      {address.split(/(?<=[@.])/).map((part) => (
        <>
          {part}
          <wbr />
        </>
      ))}
    </>
  );
}
