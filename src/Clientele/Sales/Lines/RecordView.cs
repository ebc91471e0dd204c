using System.Runtime.CompilerServices;

namespace Clientele.Sales.Lines;

/// <summary>One record of a block: where its fields stand.</summary>
internal readonly ref struct RecordView(byte[] bytes, ref int ends, int start, int end, int fields)
{
    private readonly ref int _ends = ref ends;

    /// <summary>The block's bytes.</summary>
    public byte[] Bytes { get; } = bytes;

    /// <summary>Start and length of a field, quotes and all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Field(int column, out int length)
    {
        var from = column == 0 ? start : Unsafe.Add(ref _ends, column - 1) + 1;
        length = (column == fields - 1 ? end : Unsafe.Add(ref _ends, column)) - from;
        return from;
    }
}
