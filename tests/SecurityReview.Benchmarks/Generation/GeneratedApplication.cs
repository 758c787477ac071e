using SecurityReview.Benchmarks.Generation.Parts;

namespace SecurityReview.Benchmarks.Generation;

/// <summary>A web application of a wished size, with a wished number of SQL texts that are not constant. It lives in memory.</summary>
/// <param name="Files">In the order in which they are compiled.</param>
/// <param name="Sinks">The SQL texts in it.</param>
/// <param name="Injectable">Those that a caller of the application can write into.</param>
internal sealed record GeneratedApplication(IReadOnlyList<GeneratedFile> Files, int Sinks, int Injectable)
{
    private const int Seed = 20_261;

    public int Lines => Files.Sum(file => file.Lines);

    public static GeneratedApplication Create(int lines, int sinks)
    {
        var dice = new Dice(Seed);
        // The texts have dice of their own: the application around them is the same with and without.
        var sqlDice = new Dice(Seed + 1);
        var plan = new EntityPlan(dice);
        var files = new List<GeneratedFile> { new("Common/Common.cs", CommonPart.Library + "\n"), new("Common/Database.cs", SqlPart.Database + "\n") };
        if (sinks == 0)
            files.RemoveAt(1);
        var written = 0;
        var total = files.Sum(file => file.Lines);
        while (total < lines || written < sinks)
        {
            var entity = plan.Next();
            var added = FilesOf(entity, dice).ToList();
            var due = Math.Min(sinks, (int)Math.Ceiling((double)sinks * (total + added.Sum(file => file.Lines)) / lines)) - written;
            if (due > 0)
                added.AddRange(SqlPart.Write(entity, written, due, sqlDice));
            added.Add(new($"{entity.Module}/{entity.Name}Registration.cs", ServicePart.Registration(entity, due > 0)));
            written += Math.Max(0, due);
            files.AddRange(added);
            total += added.Sum(file => file.Lines);
        }

        files.Add(new("Usings.cs", CommonPart.Usings(plan.Entities.Select(entity => entity.Namespace).Distinct().Order(StringComparer.Ordinal))));
        files.Add(new("Program.cs", CommonPart.Program(plan.Entities)));
        return new GeneratedApplication(files, written, Enumerable.Range(0, written).Count(i => SqlShape.All[i % SqlShape.All.Count].IsInjectable));
    }

    private static IEnumerable<GeneratedFile> FilesOf(Entity entity, Dice dice)
    {
        yield return File("", DataPart.Entity(entity, dice));
        yield return File("Context", DataPart.Context(entity, dice));
        yield return File("Repository", DataPart.Repository(entity, dice));
        yield return File("Contracts", ContractPart.Contracts(entity, dice));
        yield return File("Validator", ContractPart.Validator(entity, dice));
        yield return File("Service", ServicePart.Service(entity, dice));
        yield return File("Rules", RulesPart.Rules(entity, dice));
        yield return File("Worker", RulesPart.Worker(entity, dice));
        yield return EndpointPart.IsFor(entity) ? File("Endpoints", EndpointPart.Write(entity, dice)) : File("Controller", ControllerPart.Write(entity, dice));

        GeneratedFile File(string suffix, string text) => new($"{entity.Module}/{entity.Name}{suffix}.cs", text);
    }

    /// <summary>Puts the application into a folder, to look at it.</summary>
    public void WriteTo(string folder)
    {
        foreach (var file in Files)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
        }
    }
}
