namespace Clientele.Tests;

/// <summary>Shared work is done once, whoever lends a hand, also within shared work, and its trouble reaches the one who asked.</summary>
public sealed class HandsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Every_part_is_done_once_also_within_parts(int threads)
    {
        for (var round = 0; round < 200; round++)
        {
            var done = new int[30, 20];
            Hands.Share(30, threads, outer => Hands.Share(20, threads, inner => Interlocked.Increment(ref done[outer, inner])));
            foreach (var times in done) Assert.Equal(1, times);
        }
    }

    [Fact]
    public void No_more_threads_than_asked_for_work_at_once()
    {
        var (inside, most) = (0, 0);
        Hands.Share(400, 3, _ =>
        {
            var now = Interlocked.Increment(ref inside);
            for (var seen = most; seen < now && Interlocked.CompareExchange(ref most, now, seen) != seen; seen = most) { }
            Thread.SpinWait(2000);
            Interlocked.Decrement(ref inside);
        });
        Assert.InRange(most, 1, 3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Trouble_is_thrown_to_whoever_shared_the_work_and_stops_it(int threads)
    {
        var after = 0;
        var trouble = Assert.Throws<InvalidOperationException>(() => Hands.Share(100_000, threads, part =>
        {
            if (part == 5) throw new InvalidOperationException("five");
            Interlocked.Increment(ref after);
        }));
        Assert.Equal("five", trouble.Message);
        Assert.InRange(after, 0, 99_998);
    }

    [Fact]
    public void A_want_of_memory_is_trouble_like_any_other()
    {
        Assert.Throws<InsufficientMemoryException>(() => Hands.Share(1000, 4, part =>
        {
            if (part % 10 == 9) throw new InsufficientMemoryException();
        }));
        using var failing = Side.Run<string>(() => throw new InsufficientMemoryException(), 2);
        Assert.Throws<InsufficientMemoryException>(failing.Result);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void A_worker_has_a_number_of_its_own(int threads)
    {
        var (inside, done) = (new int[threads], new int[5000]);
        Hands.Share(done.Length, new RunContext { Threads = threads }, (part, worker) =>
        {
            Assert.Equal(1, Interlocked.Increment(ref inside[worker]));
            done[part]++;
            Interlocked.Decrement(ref inside[worker]);
        });
        Assert.All(done, times => Assert.Equal(1, times));
    }

    [Fact]
    public void Who_stops_the_run_stops_the_work()
    {
        using var stop = new CancellationTokenSource();
        var done = 0;
        Assert.Throws<OperationCanceledException>(() => Hands.Share(100_000, new RunContext { Threads = 3, Cancellation = stop.Token }, (part, _) =>
        {
            if (part == 7) stop.Cancel();
            Interlocked.Increment(ref done);
        }));
        Assert.InRange(done, 1, 99_999);
    }

    [Fact]
    public void Work_beside_is_done_by_whoever_waits_for_it_when_nobody_is_free()
    {
        using var all = new CountdownEvent(40);
        var sides = new List<Side<string>>();
        for (var i = 0; i < 40; i++)
        {
            var name = $"{i}";
            sides.Add(Side.Run(() => { all.Signal(); return name; }, 2));
        }

        for (var i = sides.Count - 1; i >= 0; i--) Assert.Equal($"{i}", sides[i].Result());
        Assert.True(all.IsSet);
        using var failing = Side.Run<string>(() => throw new InvalidOperationException("beside"), 2);
        Assert.Equal("beside", Assert.Throws<InvalidOperationException>(failing.Result).Message);
    }
}
