using System.Text;
using Clientele.Sales.Lines;

namespace Clientele.Tests.Sales.Lines;

/// <summary>Records side by side are compared as they are one by one, and as their texts say.</summary>
public sealed class RepeatedFieldsTests
{
    private const int Columns = 5;

    [Fact]
    public unsafe void Records_change_where_their_texts_do()
    {
        var chance = new Random(7);
        var (same, other, longer) = (0, 0, 0);
        for (var round = 0; round < 3_000; round++)
        {
            int[][] shared = [[0], [1, 3], [4, 2], [0, 1, 4, -1]];
            var columns = shared[round % shared.Length];
            var repeated = new RepeatedFields(columns);
            var count = chance.Next(2, 65);
            string[] words = ["", "a", "b", "ab", new('x', 31), new('x', 32), new('x', 33), new string('x', 40) + "y", new string('x', 40) + "z", new('q', 100)];
            var records = new string[count][];
            for (var r = 0; r < count; r++)
            {
                records[r] = r > 0 && chance.Next(4) > 0 ? [.. records[r - 1]] : [.. Enumerable.Range(0, Columns).Select(_ => words[chance.Next(words.Length)])];
                if (chance.Next(3) == 0) records[r][chance.Next(Columns)] = words[chance.Next(words.Length)];
            }

            var text = Encoding.ASCII.GetBytes(string.Concat(records.Select(r => string.Join(',', r) + "\n")));
            var padded = new byte[text.Length + FieldIndex.Padding];
            text.CopyTo(padded, 0);
            var index = new FieldIndex();
            index.Build(padded, text.Length, (byte)',');
            fixed (byte* start = padded)
            fixed (int* ends = &index.FieldEnds[1])
            {
                repeated.Begin(ref *ends);
                var changes = repeated.Changes(start, ends + Columns, Columns, count - 1);
                for (var r = 1; r < count; r++)
                {
                    var expected = columns.Where(c => c >= 0).Any(c => records[r][c] != records[r - 1][c]);
                    Assert.True(expected == (((changes >> (r - 1)) & 1) != 0), $"round {round}, record {r}");
                    repeated.Begin(ref ends[(r - 1) * Columns]);
                    Assert.True(expected != repeated.Repeats(ref *start, ref ends[r * Columns]), $"round {round}, record {r} alone");
                    if (expected) other++;
                    else same++;
                    if (!expected && columns.Any(c => c >= 0 && records[r][c].Length > 32)) longer++;
                }
            }
        }

        Assert.True(same > 10_000 && other > 10_000 && longer > 5_000, $"{same} equal, {other} other and {longer} long records prove too little.");
    }
}
