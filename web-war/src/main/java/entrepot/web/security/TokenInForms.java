package entrepot.web.security;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.html.HtmlOutputText;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PostAddToViewEvent;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import jakarta.servlet.http.HttpServletRequest;

/** Puts the session's token into every {@code h:form}, so that no page can forget it. */
public class TokenInForms implements SystemEventListener {

    @Override
    public boolean isListenerForSource(Object source) {
        return true;
    }

    @Override
    public void processEvent(SystemEvent event) {
        UIComponent form = ((PostAddToViewEvent) event).getComponent();
        var request = (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
        OpenSession.of(request).ifPresent(session -> form.getChildren().add(field(session.token())));
    }

    /** The token has letters, digits, - and _ only. */
    private static UIComponent field(String token) {
        var field = new HtmlOutputText();
        field.setTransient(true);
        field.setEscape(false);
        field.setValue("<input type=\"hidden\" name=\"csrf\" value=\"" + token + "\"/>");
        return field;
    }
}
