using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Calls;

/// <summary>All call paths.</summary>
internal static class CallPaths
{
    private static readonly StaticMethods s_static = new();

    public static ImmutableArray<CallPath> All { get; } =
    [
        .. new CallPath[]
        {
            new("SameMethod", s_static, Up: 0, Down: 0),
            new("Down1", s_static, Up: 0, Down: 1),
            new("Down2Interface", new InjectedServices(), Up: 0, Down: 2),
            new("Down3Files", s_static, Up: 0, Down: 3) { AcrossFiles = true },
            new("Down4Objects", new CommandObjects(), Up: 0, Down: 4, PassesCarrier: true),
            new("Down5", s_static, Up: 0, Down: 5, PassesCarrier: true),
            new("Down2Extension", new ExtensionMethods(), Up: 0, Down: 2),
            new("Down1Delegate", new DelegateFields(), Up: 0, Down: 1, PassesCarrier: true),
            new("Down3Async", new AsyncMethods(), Up: 0, Down: 3),
            new("Up1", s_static, Up: 1, Down: 0),
            new("Up2Interface", new InjectedServices(), Up: 2, Down: 0, PassesCarrier: true),
            new("Up3Files", s_static, Up: 3, Down: 0, PassesCarrier: true) { AcrossFiles = true },
            new("Up4Virtual", new VirtualMethods(), Up: 4, Down: 0),
            new("Up5", s_static, Up: 5, Down: 0),
            new("Up1Extension", new ExtensionMethods(), Up: 1, Down: 0, PassesCarrier: true),
            new("Up2Async", new AsyncMethods(), Up: 2, Down: 0, PassesCarrier: true),
            new("Up2Down2Recursive", new RecursiveMethods(), Up: 2, Down: 2),
            new("Up1Down1Objects", new CommandObjects(), Up: 1, Down: 1, PassesCarrier: true),
        }.Select(path => path with { Usings = [.. path.Style.Usings] }),
    ];
}
