namespace SecurityReview.Analyzers.Tests.DataAccess.Behaviour;

/// <summary>What holds for every repaired statement about a name.</summary>
internal static class QueryBehaviour
{
    /// <summary>A statement that stores the name: the payload adds a value of its own before, and is stored as it is after.</summary>
    public static async Task StoresTheNameAsync(string members, string payload, params string[] expectedInText)
    {
        using var code = await RepairedCode.CreateAsync(members);
        Check(code, members, expectedInText, payload);
        Assert.DoesNotContain(payload, code.Before.Run(payload).Last(), StringComparison.Ordinal);
        Assert.Contains(payload, code.After.Run(payload).Last(), StringComparison.Ordinal);
    }

    /// <summary>A query that finds by name: the payload finds everybody before, and nobody after.</summary>
    /// <param name="members">Members of the target; <c>Run</c> takes the name.</param>
    /// <param name="expectedInText">What the repaired code contains.</param>
    public static async Task FindsOnlyTheNameAsync(string members, params string[] expectedInText)
    {
        using var code = await RepairedCode.CreateAsync(members);
        Check(code, members, expectedInText);
        Assert.True(Rows(code.Before.Run(Users.Payload)) > 3, "The payload does not work before the repair.");
        Assert.Equal(0, Rows(code.After.Run(Users.Payload)));
        Assert.Equal(1, Rows(code.After.Run(Users.NameWithQuote)));

        // The last line is the table, for statements that change it.
        static int Rows(List<string> lines) => lines.Count - 1;
    }

    /// <summary>A statement that changes by name and returns how many: the payload changes everybody before, and nobody after.</summary>
    public static async Task ChangesOnlyTheNameAsync(string members, params string[] expectedInText)
    {
        using var code = await RepairedCode.CreateAsync(members);
        Check(code, members, expectedInText);
        Assert.True(int.Parse(code.Before.Run(Users.Payload)[0]) > 3, "The payload does not work before the repair.");
        Assert.Equal("0", code.After.Run(Users.Payload)[0]);
        Assert.Equal("1", code.After.Run(Users.NameWithQuote)[0]);
    }

    /// <summary>
    /// The payload does before the repair what it does not do after; honest names give the same; a name with a quote, an error
    /// before, works after; null does not throw where it is allowed.
    /// </summary>
    private static void Check(RepairedCode code, string members, string[] expectedInText, string payload = Users.Payload)
    {
        foreach (var expected in expectedInText)
            Assert.True(code.Text.Contains(expected, StringComparison.Ordinal), $"Not found: {expected}\nin\n{code.Text}");

        Assert.NotEqual(code.After.Run(payload), code.Before.Run(payload));
        // Entity Framework reads braces in raw text: there such names did not work before.
        var isRawMapper = members.Contains("SqlRaw", StringComparison.Ordinal) || members.Contains("QueryRaw", StringComparison.Ordinal);
        foreach (var name in Users.HonestNames.Where(name => name != Users.NameWithBraces || !isRawMapper))
            Assert.Equal(code.Before.Run(name), code.After.Run(name));
        Assert.ThrowsAny<Exception>(() => code.Before.Run(Users.NameWithQuote));
        foreach (var name in new[] { Users.NameWithQuote, Users.NameWithBraces })
            Assert.Contains(code.After.Run(name), row => row.Contains(name, StringComparison.Ordinal));
        if (members.Contains("string? name", StringComparison.Ordinal))
            code.After.Run([null]);
    }
}
