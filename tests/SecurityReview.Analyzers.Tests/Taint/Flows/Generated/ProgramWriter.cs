using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Calls;
using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Forms;
using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Reasons;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated;

/// <summary>
/// Writes one twin of a combination. Every program has the same four parts: fill the carrier, take the text from it, check the text, send it to the sink.
/// The call path says which method each part stands in.
/// </summary>
internal sealed class ProgramWriter(Combination combination, bool safe)
{
    private const string Text = "string";
    private const string FileLine = "\n//// file\n";

    private readonly List<IEnumerable<string>> _methods = [];

    /// <summary>What travels over the calls.</summary>
    private string? TravellingType => combination.Path.PassesCarrier ? combination.Carrier.Type : Text;

    private string Travelling => combination.Path.PassesCarrier ? "holder" : "value";

    /// <summary>The twin in the format of the flow programs.</summary>
    public string Write()
    {
        var entry = Lines.Fill(combination.Source.Entry, [.. Up(), .. Down()]);
        var types = combination.Values.Except([combination.Reason]).Select(value => value.Types).Append(combination.Reason.TypesOf(safe))
            .Where(type => type.Length > 0).Distinct().Select(type => type.Split('\n'));
        var blocks = new[] { entry }.Concat(_methods).Concat(types).Select(block => string.Join('\n', block));
        return $"// {Headline()}\n{Usings()}{string.Join(combination.Path.AcrossFiles ? FileLine : "\n\n", blocks)}";
    }

    private string Headline() =>
        $"{combination.Carrier}, {combination.Form} ({combination.Step}), {combination.Path}, {combination.Source}, {combination.Sink}: "
        + (safe ? combination.Reason.Sentence : "what the caller chose becomes SQL") + ".";

    private string Usings()
    {
        var names = combination.Values.SelectMany(value => value.Usings).Distinct().Order(StringComparer.Ordinal).ToList();
        return string.Concat(names.Select(name => $"global using {name};\n")) + (names.Count > 0 ? "\n" : "");
    }

    /// <summary>The statements of the entry point up to where the carrier is filled, or the text is taken.</summary>
    private IEnumerable<string> Up()
    {
        var path = combination.Path;
        if (path.Up == 0)
            return [.. Fill(combination.Source.Input, combination.Source.Exit), .. path.PassesCarrier ? [] : Take(combination.Source.Exit)];

        var isVoid = TravellingType is null;
        var exit = isVoid ? "return;" : path.PassesCarrier ? "return holder;" : "return \"none\";";
        IEnumerable<string> body = [.. Fill("input", exit), .. path.PassesCarrier ? [] : Take(exit), .. isVoid ? Array.Empty<string>() : [$"return {Travelling};"]];
        var chain = Add(path.Up, new Link("Supply", TravellingType ?? Link.Nothing, Text, "input", body));
        return combination.Reason.CallFill(chain.Call, isVoid ? "" : $"var {Travelling} = ", combination.Source.Input, safe);
    }

    /// <summary>The statements of the entry point from there on.</summary>
    private IEnumerable<string> Down()
    {
        var path = combination.Path;
        var exit = path.Down == 0 ? combination.Source.Exit : "return;";
        IEnumerable<string> body = [.. path.PassesCarrier ? Take(exit) : [], .. Send()];
        return path.Down == 0 ? body : [Add(path.Down, new Link("Deliver", Link.Nothing, TravellingType, Travelling, body)).Call(Travelling) + ";"];
    }

    private CallChain Add(int length, Link last)
    {
        var chain = new CallChain(combination.Path.Style, length, last);
        _methods.AddRange(chain.Declarations);
        return chain;
    }

    private IEnumerable<string> Fill(string input, string exit)
    {
        var carrier = combination.Carrier;
        return combination.Reason.Fill(new Filling(carrier, "holder", PutInput), safe);

        IEnumerable<string> PutInput(string holder)
        {
            var step = new Wrapped(text => carrier.Put(holder, text), input, exit);
            return combination.Step.IsPut ? combination.Form.Write(step) : step.Statement;
        }
    }

    private IEnumerable<string> Take(string exit)
    {
        var text = combination.Reason.Take(combination.Carrier, "holder", safe);
        IEnumerable<string> take = combination.Step.IsPut
            ? [$"var value = {text};"]
            : ["var value = \"none\";", .. combination.Form.Write(new Wrapped(item => $"value = {item};", text, exit))];
        return [.. take, .. combination.Reason.Check("value", safe)];
    }

    private IEnumerable<string> Send() => combination.Sink.Write(parameterised: safe && combination.Reason.UsesParameter, isMarked: !safe);
}
