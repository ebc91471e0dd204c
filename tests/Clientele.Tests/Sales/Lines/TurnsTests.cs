using Clientele.Sales.Lines;

namespace Clientele.Tests.Sales.Lines;

public sealed class TurnsTests
{
    [Fact]
    public void Blocks_pass_each_partition_in_their_order()
    {
        const int Partitions = 4;
        const int Blocks = 300;
        var turns = new Turns(Partitions);
        var seen = new List<long>[Partitions];
        for (var p = 0; p < Partitions; p++) seen[p] = [];
        var next = -1L;
        var threads = new Thread[3];
        for (var t = 0; t < threads.Length; t++)
        {
            threads[t] = new Thread(() =>
            {
                for (long block; (block = Interlocked.Increment(ref next)) < Blocks;)
                {
                    for (var p = 0; p < Partitions; p++)
                    {
                        Assert.True(turns.Enter(p, block));
                        seen[p].Add(block);
                        turns.Leave(p, block);
                    }
                }
            });
            threads[t].Start();
        }

        foreach (var thread in threads) thread.Join();
        Assert.All(seen, order => Assert.Equal(Enumerable.Range(0, Blocks).Select(b => (long)b), order));
    }

    [Fact]
    public void A_failure_releases_who_waits()
    {
        var turns = new Turns(1);
        var entered = true;
        var waiting = new Thread(() => entered = turns.Enter(0, 5));
        waiting.Start();
        turns.Break();
        Assert.True(waiting.Join(TimeSpan.FromSeconds(20)));
        Assert.False(entered);
    }
}
