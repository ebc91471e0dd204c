using System.Runtime.CompilerServices;

namespace Clientele.Sales.Lines;

/// <summary>One record of a block: where its fields stand.</summary>
/// <param name="bytes">The block's bytes.</param>
/// <param name="ends">Where its first field ends; the place before says where the record before it ends.</param>
/// <param name="end">Where the record ends, its line break left out.</param>
/// <param name="last">Its last column.</param>
internal readonly ref struct RecordView(byte[] bytes, ref int ends, int end, int last)
{
    private readonly ref int _ends = ref ends;

    /// <summary>The block's bytes.</summary>
    public byte[] Bytes { get; } = bytes;

    /// <summary>Start and length of a field, quotes and all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Field(int column, out int length)
    {
        var from = Unsafe.Add(ref _ends, column - 1) + 1;
        length = (column == last ? end : Unsafe.Add(ref _ends, column)) - from;
        return from;
    }
}
