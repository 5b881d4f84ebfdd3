"""Where things are done. No verbs: what is done is made, and made things have addresses."""

from django.urls import path

from kurultai.site.views.writing import accounts

urlpatterns = [
    path("sign-in", accounts.sign_in),
    path("sign-in/first", accounts.first_password),
    path("sign-out", accounts.sign_out),
    path("account", accounts.account),
]
