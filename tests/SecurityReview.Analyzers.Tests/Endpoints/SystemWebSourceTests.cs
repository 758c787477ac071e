using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Endpoints;

/// <summary>What a remote caller chooses in ASP.NET, web services and WCF on .NET Framework.</summary>
public class SystemWebSourceTests
{
    private static readonly Setting s_net48 = Setting.Default with { Framework = TestReferences.Net48 };

    private static readonly string[] s_members =
    [
        """request.QueryString["q"]""", """request.QueryString.Get("q")""", """request.QueryString.GetValues("q")[0]""",
        """request.Form["f"]""", """request.Params["p"]""", """request["p"]""", """request.Headers["h"]""", """request.Cookies["c"].Value""", """request.Cookies.Get("c").Value""",
        "request.RawUrl", "request.Url.Query", "request.UrlReferrer.AbsoluteUri", "request.UserAgent", "request.UserLanguages[0]", "request.HttpMethod", "request.Path", "request.PathInfo",
        """request.ServerVariables["HTTP_X"]""", "new StreamReader(request.InputStream).ReadToEnd()", "Encoding.UTF8.GetString(request.BinaryRead(10))",
        "request.Files[0].FileName", """new StreamReader(request.Files["f"].InputStream).ReadToEnd()""", """request.Unvalidated.Form["f"]""",
    ];

    [Theory]
    [InlineData("HttpRequest")]
    [InlineData("HttpRequestBase")]
    public Task MembersOfTheRequest_Report(string type) =>
        Verify<SqlInjectionAnalyzer>.ReportsAsync(SourceCode.Reading("#nullable disable\nusing System.Web;", type + " request", s_members), s_net48);

    [Fact]
    public Task WhatTheServerDecides_IsSilent() => Verify<SqlInjectionAnalyzer>.IsSilentAsync(
        SourceCode.ReadingHarmless(
            "#nullable disable\nusing System.Web;",
            "HttpContext context",
            "context.Request.PhysicalApplicationPath",
            "context.Request.ApplicationPath",
            "context.Request.TotalBytes",
            "context.Request.LogonUserIdentity.Name",
            "context.User.Identity.Name",
            """int.Parse(context.Request.QueryString["n"])""",
            """context.Server.MapPath("~/x")""",
            """context.Application["x"]"""),
        s_net48);

    [Fact]
    public Task ControlsOfAPage_Report() => Verify<SqlInjectionAnalyzer>.ReportsAsync(
        SourceCode.Reading(
            "#nullable disable\nusing System.Web.UI;\nusing System.Web.UI.WebControls;\nusing System.Web.UI.HtmlControls;",
            "TextBox box, HiddenField hidden, DropDownList list, HtmlInputText input, HtmlTextArea area, FileUpload upload, Page page",
            "box.Text",
            "hidden.Value",
            "list.SelectedValue",
            "input.Value",
            "area.Value",
            "upload.FileName",
            "upload.PostedFile.FileName",
            """page.Request["q"]""",
            """page.RouteData.Values["id"]"""),
        s_net48);

    [Fact]
    public Task ControlsThatThePageFills_AreSilent() => Verify<SqlInjectionAnalyzer>.IsSilentAsync(
        SourceCode.ReadingHarmless("#nullable disable\nusing System.Web.UI.WebControls;", "Label label, Literal literal, TextBox box", "label.Text", "literal.Text", "box.ID", "box.CssClass"), s_net48);

    [Fact]
    public Task WebServices_Report() => Verify<SqlInjectionAnalyzer>.ReportsAsync(
        SourceCode.Around("#nullable disable\nusing System.ServiceModel;\nusing System.Web.Services;", """
            public class Finder : WebService
            {
                [WebMethod] public void Find(string name) => Db.Command.CommandText = [|"SELECT '" + name + "'"|];
                public void Use(string name) => Db.Command.CommandText = "SELECT '" + name + "'";
            }

            [ServiceContract]
            public interface IOrders
            {
                [OperationContract] void Find(string name, int number);
                void Local(string name);
            }

            public class Orders : IOrders
            {
                public void Find(string name, int number)
                {
                    Db.Command.CommandText = [|"SELECT '" + name + "'"|];
                    Db.Command.CommandText = "SELECT '" + number + "'";
                }

                public void Local(string name) => Db.Command.CommandText = "SELECT '" + name + "'";
            }
            """),
        s_net48);
}
