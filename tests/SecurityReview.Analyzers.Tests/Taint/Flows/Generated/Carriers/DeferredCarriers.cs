using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Carriers;

/// <summary>Carriers that give the text when asked: delegates, tasks, lazy values.</summary>
internal static class DeferredCarriers
{
    public static ImmutableArray<Carrier> All { get; } =
    [
        new("ClosureVariable")
        {
            Type = "Func<string>",
            Declare = holder => $"var {holder}Text = \"none\";\nFunc<string> {holder} = () => {holder}Text;",
            Put = (holder, text) => $"{holder}Text = {text};",
            Take = holder => $"{holder}()",
        },
        new("DelegateResult")
        {
            Type = "Func<string>",
            Declare = holder => $"Func<string> {holder} = () => \"none\";",
            Put = (holder, text) => $"{holder} = () => {text};",
            Take = holder => $"{holder}()",
        },
        new("TaskResult")
        {
            Type = "Task<string>",
            Declare = holder => $"var {holder} = Task.FromResult(\"none\");",
            Put = (holder, text) => $"{holder} = Task.FromResult({text});",
            Take = holder => $"{holder}.Result",
        },
        new("AsyncMethod")
        {
            Types = """
                internal static class Loading
                {
                    public static async Task<string> LoadAsync(string text)
                    {
                        await Task.Yield();
                        return text;
                    }
                }
                """,
            Type = "Task<string>",
            Declare = holder => $"var {holder} = Loading.LoadAsync(\"none\");",
            Put = (holder, text) => $"{holder} = Loading.LoadAsync({text});",
            Take = holder => $"{holder}.GetAwaiter().GetResult()",
        },
        new("Lazy")
        {
            Type = "Lazy<string>",
            Declare = holder => $"var {holder} = new Lazy<string>(() => \"none\");",
            Put = (holder, text) => $"{holder} = new Lazy<string>(() => {text});",
            Take = holder => $"{holder}.Value",
        },
    ];
}
