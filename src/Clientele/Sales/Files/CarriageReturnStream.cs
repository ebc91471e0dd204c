namespace Clientele.Sales.Files;

/// <summary>Puts LF in the place of every CR that no LF follows.</summary>
internal sealed class CarriageReturnStream(Stream source) : ConvertingStream(source)
{
    /// <summary>The same for text that is all at hand.</summary>
    public static void Replace(Span<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var next = text[i..].IndexOf((byte)'\r');
            if (next < 0) return;
            i += next;
            if (i + 1 == text.Length || text[i + 1] != (byte)'\n') text[i] = (byte)'\n';
        }
    }

    protected override int Convert(ReadOnlySpan<byte> input, bool last, Span<byte> output, out int used)
    {
        var count = Math.Min(input.Length, output.Length);
        if (count > 0 && input[count - 1] == (byte)'\r' && !(last && count == input.Length))
        {
            // What follows the CR decides, so it waits, unless it is known already.
            if (count < input.Length && input[count] != (byte)'\n')
            {
                input[..count].CopyTo(output);
                Replace(output[..count]);
                used = count;
                return count;
            }

            count--;
        }

        input[..count].CopyTo(output);
        Replace(output[..count]);
        used = count;
        return count;
    }
}
